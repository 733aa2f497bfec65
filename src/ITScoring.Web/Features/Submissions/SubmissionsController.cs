using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Submissions;

/// <summary>Home of an agency's form.</summary>
[Route("submissions/{period}/{agency}")]
public sealed class SubmissionsController(OwnForms forms, SubmissionQuery query, SectionDoneService done) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Submission(string period, string agency, CancellationToken cancel) =>
        await forms.ReadAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, cancel)) : NotFound();

    [HttpPost("sections/{section}/done")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> DeclareDone(string period, string agency, string section, string? shown, CancellationToken cancel) =>
        await FindAsync(period, agency, section, cancel) is var (form, found)
            ? await AnswerAsync(form, await done.DeclareAsync(form, found, shown, cancel), $"Đã đánh dấu phần {found.Code} là đã xong.", cancel)
            : NotFound();

    [HttpPost("sections/{section}/not-done")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> WithdrawDone(string period, string agency, string section, CancellationToken cancel) =>
        await FindAsync(period, agency, section, cancel) is var (form, found)
            ? await AnswerAsync(form, await done.WithdrawAsync(form, found, cancel), $"Đã bỏ đánh dấu xong của phần {found.Code}.", cancel)
            : NotFound();

    private async Task<(OwnForm Form, Section Section)?> FindAsync(string period, string agency, string code, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form && form.Set.Sections.FirstOrDefault(s => s.Code == code) is { } section ? (form, section) : null;

    private async Task<IActionResult> AnswerAsync(OwnForm form, Outcome outcome, string said, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = said;
            return Redirect(form.Path);
        }

        this.Refuse(outcome);
        return await forms.ReadAsync(form.Period.Code, form.Agency.Code, cancel) is { } now ? View("Submission", await query.PageAsync(now, cancel)) : NotFound();
    }
}
