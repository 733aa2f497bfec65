using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Submissions;

/// <summary>One section on the task list.</summary>
/// <param name="Asked">Questions that the agency has to answer with the answers as they stand.</param>
/// <param name="Points">Provisional points of the criteria fed by this section first, and their maximum; null: the section is not scored.</param>
public sealed record SectionRow(Section Section, int Answered, int Asked, int Errors, int Warnings, int Returned, (Points Points, Points Max)? Points)
{
    public bool IsFilled => Answered == Asked && Errors == 0;
}
