using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Agencies;

/// <summary>A merger as it was entered.</summary>
/// <param name="Into">The agency that goes on; null: a new one.</param>
/// <param name="New">The new one then.</param>
/// <param name="Parts">Those that end.</param>
/// <param name="Weights">By agency, as far as stated.</param>
/// <param name="Main">The agency whose figure counts by that rule; 0: the new one, which has none.</param>
public sealed record MergeOrder(
    DateOnly On, string Basis, int? Into, AgencyDetails? New, IReadOnlyList<int> Parts, RestatementRule Rule, string RuleReason, IReadOnlyDictionary<int, int> Weights, int? Main);
