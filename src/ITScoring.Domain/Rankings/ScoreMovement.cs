using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Rankings;

/// <summary>How one agency's standing moved between two results of the same period.</summary>
public sealed record ScoreMovement(string AgencyCode, Points? ScoreBefore, Points? ScoreAfter, int? RankBefore, int? RankAfter)
{
    /// <summary>By how much the ranking score moved; null: one of them is missing.</summary>
    public Points? Change => ScoreBefore is { } before && ScoreAfter is { } after ? after - before : null;

    /// <summary>The agencies whose ranking score or rank moved, in the order of the cohort.</summary>
    /// <param name="before">Of the same agencies as <paramref name="after"/>.</param>
    public static IReadOnlyList<ScoreMovement> Between(CohortResult before, CohortResult after)
    {
        var earlier = before.Sheets.ToDictionary(s => s.AgencyCode);
        return
        [
            .. after.Sheets.Where(s => earlier[s.AgencyCode].RankingScore != s.RankingScore || earlier[s.AgencyCode].Rank != s.Rank)
                .Select(s => new ScoreMovement(s.AgencyCode, earlier[s.AgencyCode].RankingScore, s.RankingScore, earlier[s.AgencyCode].Rank, s.Rank)),
        ];
    }
}
