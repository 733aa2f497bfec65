using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Publications;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Corrections;

/// <summary>Corrections of a published period: what waits for the leader, and the choice of what to put right.</summary>
/// <param name="Prepared">Null: none waits.</param>
/// <param name="Changes">What the prepared one would change against the publication that stands.</param>
/// <param name="Agency">Chosen, with its criterion; null: not chosen yet.</param>
/// <param name="Fields">Values of the chosen criterion.</param>
public sealed record CorrectionsPage(
    Period Period,
    CriteriaSet Set,
    Publication Latest,
    Correction? Prepared,
    IReadOnlyList<CorrectionLine> Lines,
    IReadOnlyList<PublicationChange> Changes,
    PeriodAgency? Agency,
    Criterion? Criterion,
    IReadOnlyList<(Question Question, string Published, QuestionField Field)> Fields,
    string Reason)
{
    public string Path => $"/corrections/{Period.Code}";
}
