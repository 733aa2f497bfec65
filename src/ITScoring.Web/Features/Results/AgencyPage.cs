using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Results;

/// <summary>One agency's published result.</summary>
public sealed record AgencyPage(PublishedRecord Result, RecordAgency Agency, string BlockName, int Ranked, Points? BlockMean, int? PreviousRank)
{
    public RecordCriteriaSet Set => Result.Record.CriteriaSet;
}
