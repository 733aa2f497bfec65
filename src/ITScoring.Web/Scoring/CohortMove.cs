using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Scoring;

/// <summary>An agency whose ranking score or rank differs between two results of the same cohort.</summary>
/// <param name="Agency">Its name in the period.</param>
public sealed record CohortMove(string Agency, Points? ScoreBefore, Points? ScoreAfter, int? RankBefore, int? RankAfter)
{
    /// <summary>By how much the ranking score moved; null: one of them is missing.</summary>
    public Points? Change => ScoreBefore is { } before && ScoreAfter is { } after ? after - before : null;

    /// <summary>In cohort order; whoever stays is left out.</summary>
    public static IReadOnlyList<CohortMove> Between(Period period, CohortResult before, CohortResult after) =>
    [
        .. before.Sheets.Zip(after.Sheets)
            .Where(p => p.First.RankingScore != p.Second.RankingScore || p.First.Rank != p.Second.Rank)
            .Select(p => new CohortMove(period.FindAgency(p.First.AgencyCode)!.Name, p.First.RankingScore, p.Second.RankingScore, p.First.Rank, p.Second.Rank)),
    ];
}
