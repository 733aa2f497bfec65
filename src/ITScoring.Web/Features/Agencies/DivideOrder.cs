using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Agencies;

/// <summary>A division as it was entered.</summary>
/// <param name="Continues">Whether the divided agency goes on.</param>
public sealed record DivideOrder(DateOnly On, string Basis, bool Continues, IReadOnlyList<AgencyDetails> Into, RestatementRule Rule, string RuleReason);
