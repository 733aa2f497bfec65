using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Results;

/// <summary>One agency's published result.</summary>
/// <param name="Above">The agency next above in the block's ranking; null: there is none, or this one is not ranked.</param>
/// <param name="Below">The agency next below; null as for <paramref name="Above"/>.</param>
public sealed record AgencyPage(
    PublishedRecord Result, RecordAgency Agency, string BlockName, int Ranked, Points? BlockMean, int? PreviousRank, RecordAgency? Above, RecordAgency? Below)
{
    public RecordCriteriaSet Set => Result.Record.CriteriaSet;
}
