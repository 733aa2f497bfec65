using ITScoring.Domain.Agencies;

namespace ITScoring.Domain.Publications.Years;

/// <summary>A stated rule for the figures of the years before a merger or division, by agency codes.</summary>
/// <param name="Successor">The agency that came out of it.</param>
/// <param name="On">First day of the new order.</param>
/// <param name="IncludesOwn">Whether the successor was there before and is one of the merged.</param>
/// <param name="Parts">The predecessors.</param>
public sealed record Restatement(
    string Successor,
    RestructuringKind Kind,
    DateOnly On,
    string Basis,
    RestatementRule Rule,
    string Reason,
    bool IncludesOwn,
    int? OwnWeight,
    bool OwnIsMain,
    IReadOnlyList<RestatementPart> Parts);
