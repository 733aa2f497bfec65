namespace ITScoring.Domain.Publications;

/// <summary>One agency with its final score sheet, under the name of that day. Points are strings with two decimals.</summary>
public sealed record RecordAgency(
    string Code, string Name, string Block, bool Ranked, string? NotRankedReason, string? Timeliness, string? VerifiedBy,
    string Total, string ApplicableMax, string? RankingScore, int? Rank, string? Class, IReadOnlyList<RecordGroupScore> Groups, IReadOnlyList<RecordCriterionScore> Criteria)
{
    /// <summary>Whether a form was handed in.</summary>
    public bool Submitted => Timeliness is not null;
}
