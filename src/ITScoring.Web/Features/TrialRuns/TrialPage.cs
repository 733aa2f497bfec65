using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.TrialRuns;

/// <summary>A trial run of a period in preparation. Nothing of it is stored.</summary>
/// <param name="Missing">What the period lacks to be tried; empty: it was.</param>
public sealed record TrialPage(
    Period Period, TrialKind Kind, CriteriaSet? Set, IReadOnlyList<(string Block, IReadOnlyList<TrialRow> Rows)> Blocks, IReadOnlyList<TrialCriterion> Criteria, string? ParInWords, IReadOnlyList<string> Missing)
{
    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<(TrialKind Kind, string Name)> Kinds =
    [
        (TrialKind.Mixed, "Phân tán: từ tốt nhất đến gần như trống"), (TrialKind.Best, "Mọi câu trả lời tốt nhất"), (TrialKind.Middle, "Mọi câu trả lời ở mức giữa"), (TrialKind.Empty, "Nộp phiếu trống"),
    ];

    public IEnumerable<TrialCriterion> WithoutSpread => Criteria.Where(c => c.HasNoSpread);
}
