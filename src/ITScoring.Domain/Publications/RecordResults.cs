using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications;

/// <summary>The result that a record holds.</summary>
public static class RecordResults
{
    public static StatedResult Stated(this PublicRecord record) => new(ResultFile.Format, new StatedSet(record.CriteriaSet.Code, record.CriteriaSet.Version), [.. record.Agencies.Select(Stated)]);

    private static StatedAgency Stated(RecordAgency agency) => new(
        agency.Code,
        agency.Block,
        agency.Total,
        agency.ApplicableMax,
        agency.RankingScore,
        agency.Rank,
        agency.Class,
        [.. agency.Groups.Select(g => new StatedGroup(g.Code, g.Points, g.ApplicableMax, g.Rank))],
        [.. agency.Criteria.Select(c => new StatedCriterion(c.Code, c.Points, c.Max, c.Applicable))]);
}
