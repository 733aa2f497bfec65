using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>A block's figures of one year.</summary>
/// <param name="Agencies">All of the block.</param>
/// <param name="IsComparable">Scored by the same set as the year before it.</param>
public sealed record YearFigures(PublishedRecord Result, IReadOnlyList<RecordAgency> Agencies, bool IsComparable)
{
    public RecordCriteriaSet Set => Result.Record.CriteriaSet;

    public int Ranked => Agencies.Count(a => a.Rank is not null);

    public int Submitted => Agencies.Count(a => a.Submitted);

    public Points? Mean => ResultStatistics.Mean(Shares.Scores(Agencies));

    public Points? Median => ResultStatistics.Median(Shares.Scores(Agencies));

    public int InClass(string name) => Agencies.Count(a => a.Class == name);
}
