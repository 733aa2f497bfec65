namespace ITScoring.Web.Features.Agencies;

/// <summary>What is entered about an agency.</summary>
/// <param name="Order">Place in the lists; null: after all others.</param>
public sealed record AgencyDetails(string Code, string Name, string? ShortName, int BlockId, int? Order, DateOnly? ValidFrom);
