using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Results;

/// <summary>One agency's published result.</summary>
/// <param name="Peers">The ranked agencies of its block, best first.</param>
/// <param name="Restated">The score of the period before by the stated rule of a merger or division since; null: none.</param>
/// <param name="Years">Earliest first; this result is one of them.</param>
public sealed record AgencyPage(
    PublishedRecord Result, RecordAgency Agency, string BlockName, IReadOnlyList<RecordAgency> Peers, Points? BlockMean, int? PreviousRank, IReadOnlyList<AgencyYear> Years,
    RestatedFigure? Restated = null)
{
    public RecordCriteriaSet Set => Result.Record.CriteriaSet;

    public int Ranked => Peers.Count;

    /// <summary>The agency next above in the block's ranking; null: there is none, or this one is not ranked.</summary>
    public RecordAgency? Above => At(-1);

    /// <summary>The agency next below; null as for <see cref="Above"/>.</summary>
    public RecordAgency? Below => At(1);

    /// <summary>Mean share of a group in the block.</summary>
    public Rational? MeanOf(string group) => Shares.MeanOf(Peers, group);

    private RecordAgency? At(int step) =>
        Peers.ToList().IndexOf(Agency) is >= 0 and var at && at + step >= 0 && at + step < Peers.Count ? Peers[at + step] : null;
}
