using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>A shared system's figure beside what the agency declares and the reviewer found.</summary>
/// <param name="Link">The criterion's review page, else the form's; null: the agency has no form yet.</param>
/// <param name="Comparison">Null: the form was not handed in, there is nothing to compare with.</param>
/// <param name="IsSettled">The declared value differs, and the verified one does not.</param>
public sealed record DifferenceRow(PeriodAgency Agency, Question Question, string? Link, string Declared, string Verified, string SourceName, string Shared, SharedComparison? Comparison, bool IsSettled)
{
    public bool Differs => Comparison is { Differs: true };
}
