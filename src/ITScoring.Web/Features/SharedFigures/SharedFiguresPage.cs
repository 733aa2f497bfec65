using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>The manager's page of shared systems' figures: what there is, import, tolerance, template.</summary>
/// <param name="Closed">Why nothing can be imported now; null: it can.</param>
/// <param name="Questions">That the template may ask for, by section; empty while the period has no criteria set.</param>
/// <param name="Source">The source chosen for the upload.</param>
public sealed record SharedFiguresPage(
    Period Period,
    IReadOnlyList<SharedSourceRow> Sources,
    IReadOnlyList<(Section Section, IReadOnlyList<Question> Questions)> Questions,
    string? Closed,
    bool CanSetTolerance,
    string? Source = null,
    SharedPreview? Preview = null)
{
    public string Path => $"/shared-figures/{Period.Code}";

    public int Figures => Sources.Sum(s => s.Figures);

    /// <summary>Questions that the criteria set itself says a shared system holds: the template's usual columns.</summary>
    public bool IsUsual(Question question) => question.Reference is not null || Questions.All(s => s.Questions.All(q => q.Reference is null));
}
