namespace ITScoring.Domain.Scoring;

/// <summary>An agency's result as a file states it, whoever computed it: points as strings with two decimals.</summary>
public sealed record StatedAgency(
    string Code, string Block, string Total, string ApplicableMax, string? RankingScore, int? Rank, string? Class, IReadOnlyList<StatedGroup> Groups, IReadOnlyList<StatedCriterion> Criteria)
{
    public static StatedAgency Of(ScoreSheet sheet) => new(
        sheet.AgencyCode,
        sheet.Block,
        sheet.Total.ToString(),
        sheet.ApplicableMax.ToString(),
        sheet.RankingScore?.ToString(),
        sheet.Rank,
        sheet.Class,
        [.. sheet.Groups.Select(g => new StatedGroup(g.Code, g.Points.ToString(), g.ApplicableMax.ToString(), g.Rank))],
        [.. sheet.Criteria.Select(c => new StatedCriterion(c.Code, c.Points?.ToString(), c.Max.ToString(), c.Applicable))]);
}
