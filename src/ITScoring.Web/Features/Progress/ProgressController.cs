using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Progress;

/// <summary>Tiến độ: for the period manager.</summary>
[Route("progress")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class ProgressController(ReviewForms forms, ProgressQuery query) : Controller
{
    /// <param name="reviewer">Id of an account; only what concerns the agencies assigned to it.</param>
    /// <param name="step">Name of a <see cref="ProgressStep"/>; what is none shows all.</param>
    [HttpGet("{period}")]
    public async Task<IActionResult> Progress(string period, string? reviewer, string? step, int page, CancellationToken cancel) =>
        await forms.FindPeriodAsync(period, cancel) is { } found
            ? View(await query.PageAsync(found, int.TryParse(reviewer, out var id) ? id : null, Enum.TryParse<ProgressStep>(step, out var s) && Enum.IsDefined(s) ? s : null, page, cancel))
            : NotFound();
}
