namespace ITScoring.Web.Features.SecondFactors;

/// <summary>What the page of the second factor shows.</summary>
/// <param name="CodesLeft">Recovery codes that were not used yet.</param>
/// <param name="IsRequired">Whether the role must have one.</param>
public sealed record SecondFactorPage(bool IsOn, int CodesLeft, bool IsRequired);
