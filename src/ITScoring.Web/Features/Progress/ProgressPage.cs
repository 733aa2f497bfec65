using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Progress;

/// <summary>What waits where, on whom, since when.</summary>
/// <param name="Steps">Every step that something stands at, with how much, in the order of the procedure.</param>
/// <param name="Rows">Of the chosen step and reviewer, longest waiting first.</param>
/// <param name="Reviewers">Most left first.</param>
/// <param name="Forecast">Null: the verification is not going on.</param>
/// <param name="AwaitedForms">Forms whose criteria are among the remaining ones of the forecast though they have not been handed in.</param>
/// <param name="Reviewer">Id of the chosen reviewer; null: all.</param>
public sealed record ProgressPage(
    Period Period,
    IReadOnlyList<(ProgressStep Step, int Count)> Steps,
    Paged<ProgressRow> Rows,
    IReadOnlyList<ReviewerLoad> Reviewers,
    ReviewForecast? Forecast,
    int AwaitedForms,
    int? Reviewer,
    ProgressStep? Step)
{
    public string Link(ProgressStep? step, int number = 1) => SiteLink.To($"/progress/{Period.Code}", ("step", step?.ToString()), ("reviewer", $"{Reviewer}"), ("page", number == 1 ? null : $"{number}"));
}
