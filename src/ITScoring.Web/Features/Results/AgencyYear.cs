using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;

namespace ITScoring.Web.Features.Results;

/// <summary>One published year of an agency.</summary>
/// <param name="Agency">The agency, or the one whose figures stand for it; null: none can be held against it.</param>
/// <param name="Ranked">Number of ranked agencies of its block in that year.</param>
/// <param name="IsComparable">Measured like the year before it: by the same set, and it is the same agency.</param>
/// <param name="Restated">The score by the stated rule of a merger or division since; null: none.</param>
/// <param name="Note">What has to be known of that year; null: nothing.</param>
public sealed record AgencyYear(PublishedRecord Result, RecordAgency? Agency, AgencyTie Tie, int Ranked, bool IsComparable, string? Note, RestatedFigure? Restated = null)
{
    public RecordCriteriaSet Set => Result.Record.CriteriaSet;
}
