using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Submissions;

/// <summary>Home of an agency's form.</summary>
[Route("submissions/{period}/{agency}")]
[RequirePermission(Permission.ReadOwnForm)]
public sealed class SubmissionsController(OwnForms forms, SubmissionQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Submission(string period, string agency, CancellationToken cancel) =>
        await forms.ReadAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, cancel)) : NotFound();
}
