using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Shared;

/// <summary>A frozen result with what documents say around it; nothing of it is read from the forms as they stand today.</summary>
/// <param name="Period">With its letters.</param>
/// <param name="Sha256">Of the record's public part.</param>
/// <param name="Before">The result published before, whose ranks are compared with; null: there is none.</param>
/// <param name="Lineage">Who took over from whom since.</param>
/// <param name="Council">The decision that set the council up; null: there was none.</param>
public sealed record ResultDossier(
    Period Period, CriteriaSet Set, PublicRecord Record, InternalRecord Inside, string Sha256, DateTime FrozenAt, Publication? Publication, PublicRecord? Before, AgencyLineage Lineage, DocumentReference? Council)
{
    private readonly Dictionary<string, InternalAgency> _inside = Inside.Agencies.ToDictionary(a => a.Code);

    /// <summary>What every page says; null: the figures are real.</summary>
    public string? Notice => Record.Notice ?? (Period.IsDemo ? DemoNotice.Text : null);

    /// <summary>Decision that approved the result: a correction's own, else the period's; null: none yet.</summary>
    public (string Number, DateOnly Date)? Decision =>
        Publication is { } p ? (p.DecisionNumber, p.DecisionDate) : Period.DecisionNumber is { } number ? (number, Period.DecisionDate!.Value) : null;

    /// <summary>Whether some agency's score was re-scaled because not all criteria apply to it.</summary>
    public bool HasRescaled { get; } = Record.Agencies.Any(a => a.Submitted && a.ApplicableMax != Record.CriteriaSet.Scale);

    /// <summary>Whether accepted explanations moved points; then final ones have a column of their own.</summary>
    public bool HasFinal { get; } = Inside.Agencies.Any(a => a.Criteria.Any(c => c.Verified != c.Final));

    /// <summary>Those who handed in a form.</summary>
    public IReadOnlyList<RecordAgency> Assessed { get; } = [.. Record.Agencies.Where(a => a.Submitted)];

    /// <summary>Agencies of a block as they stand in the ranking: by rank, then those without one in the record's order.</summary>
    public IReadOnlyList<RecordAgency> Ranking(RecordBlock block) => [.. Record.Agencies.Where(a => a.Block == block.Code).OrderBy(a => a.Rank ?? int.MaxValue)];

    public InternalAgency InsideOf(RecordAgency agency) => _inside[agency.Code];

    public int? RankBefore(RecordAgency agency) => Before is null ? null : Lineage.Former(agency.Code, Before)?.Rank;

    /// <summary>Points as they stand in the record, as people read them.</summary>
    public static string Shown(string? points) => Display.Of(points is null ? null : Points.Parse(points));

    /// <summary>What the review took or added, with its sign; a dash where there is nothing to compare.</summary>
    public static string Difference(string? self, string? verified) => self is null || verified is null ? "–" : Display.Signed(Points.Parse(verified) - Points.Parse(self));

    /// <summary>Total as a share of what applies to the agency.</summary>
    public static string Share(RecordAgency agency) => agency.Submitted ? Display.Percent(Points.Parse(agency.Total), Points.Parse(agency.ApplicableMax)) : "–";
}
