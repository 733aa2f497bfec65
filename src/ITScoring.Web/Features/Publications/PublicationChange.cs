using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Publications;

/// <summary>What a publication changed for one agency against the one before.</summary>
/// <param name="Criteria">Criteria whose points changed: code, points before and after; null points: the criterion did not apply.</param>
public sealed record PublicationChange(
    string Agency, string? ScoreBefore, string? ScoreAfter, int? RankBefore, int? RankAfter, string? ClassBefore, string? ClassAfter, IReadOnlyList<(string Code, string? Before, string? After)> Criteria)
{
    /// <summary>The agencies for which anything changed, in the order of the record.</summary>
    public static IReadOnlyList<PublicationChange> Between(PublicRecord before, PublicRecord after)
    {
        var earlier = before.Agencies.ToDictionary(a => a.Code);
        return [.. after.Agencies.Select(a => Of(earlier[a.Code], a)).Where(c => c.ScoreBefore != c.ScoreAfter || c.RankBefore != c.RankAfter || c.ClassBefore != c.ClassAfter || c.Criteria.Count > 0)];
    }

    private static PublicationChange Of(RecordAgency before, RecordAgency after) => new(
        after.Name,
        before.RankingScore,
        after.RankingScore,
        before.Rank,
        after.Rank,
        before.Class,
        after.Class,
        [.. before.Criteria.Zip(after.Criteria).Where(c => c.First.Points != c.Second.Points).Select(c => (c.Second.Code, c.First.Points, c.Second.Points))]);
}
