using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Submissions;

/// <summary>One section on the task list.</summary>
/// <param name="Asked">Questions that the agency has to answer with the answers as they stand.</param>
/// <param name="Points">Provisional points of the criteria fed by this section first, and their maximum; null: the section is not scored.</param>
public sealed record SectionRow(Section Section, int Answered, int Asked, int Errors, int Warnings, int Returned, (Points Points, Points Max)? Points)
{
    public bool IsFilled => Answered == Asked && Errors == 0;

    /// <summary>Names of those to whom it was given; empty: it is everybody's.</summary>
    public IReadOnlyList<string> GivenTo { get; init; } = [];

    /// <summary>Whether it was given to whoever looks.</summary>
    public bool IsMine { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The editor's word with it.</summary>
    public string? Word { get; init; }

    /// <summary>Who declared it done, and when; null: nobody.</summary>
    public (string By, DateTime At)? Done { get; init; }

    /// <summary>Whether it was declared done and nothing has changed since.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether whoever looks may say that it is done.</summary>
    public bool MayDeclare { get; init; }

    /// <summary>Content as shown, for <see cref="SectionDoneService.DeclareAsync"/>.</summary>
    public string Content { get; init; } = "";

    /// <summary>Questions of a section that the agency has to answer with the answers as they stand.</summary>
    public static IReadOnlyList<Question> Required(OwnForm form, FormState.Loaded state, Section section) =>
        [.. form.Set.QuestionsIn(section.Code).Where(q => q.FilledBy == FilledBy.Agency && q.Required && state.Findings.Asked.Contains(q.Code))];
}
