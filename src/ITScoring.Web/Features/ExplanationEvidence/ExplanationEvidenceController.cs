using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.EvidenceFiles;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Files;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.ExplanationEvidence;

/// <summary>New evidence that comes with an explanation: citations, links and files, while it is a draft.</summary>
[Route("explanations/{period}/{agency}/{id:int}/evidence")]
[FramesFiles]
public sealed class ExplanationEvidenceController(
    ExplanationEvidenceQuery query, ExplanationEvidenceService service, UploadService uploads, OwnForms forms, AppDbContext db, CurrentUser user, TimeProvider clock) : Controller
{
    private const string Field = "files";

    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Evidence(string period, string agency, int id, CancellationToken cancel) =>
        await query.FindAsync(period, agency, id, cancel) is var (form, explanation) ? View(await query.PageAsync(form, explanation, cancel)) : NotFound();

    [HttpPost("citation")]
    [RequirePermission(Permission.Explain)]
    public Task<IActionResult> Cite(string period, string agency, int id, string? number, string? date, string? issuer, string? @abstract, CancellationToken cancel)
    {
        var day = DateInput.Parse(date);
        if (day.Problem is not null)
            ModelState.AddModelError("date", day.Problem);
        (number, issuer, @abstract) = (TextInput.Read(ModelState, "number", number, 100), TextInput.Read(ModelState, "issuer", issuer, Lengths.Name), TextInput.Read(ModelState, "abstract", @abstract, 1000));
        return ChangeAsync(period, agency, id, async (form, e) => await service.CiteAsync(form, e, number, day.IsEmpty ? null : day.Value, issuer, @abstract, cancel), "Đã thêm văn bản.", cancel);
    }

    [HttpPost("link")]
    [RequirePermission(Permission.Explain)]
    public Task<IActionResult> Link(string period, string agency, int id, string? url, string? title, CancellationToken cancel)
    {
        (url, title) = (TextInput.Read(ModelState, "url", url, 1000), TextInput.Read(ModelState, "title", title, Lengths.Name));
        return ChangeAsync(period, agency, id, async (form, e) => await service.LinkAsync(form, e, url, title, cancel), "Đã thêm đường dẫn.", cancel);
    }

    [HttpPost("{evidence:int}/remove")]
    [RequirePermission(Permission.Explain)]
    public Task<IActionResult> Remove(string period, string agency, int id, int evidence, CancellationToken cancel) =>
        ChangeAsync(period, agency, id, (form, e) => service.RemoveAsync(form, e, evidence, cancel), "Đã gỡ tài liệu khỏi giải trình.", cancel);

    [HttpPost("files")]
    [StreamedUpload]
    [RequirePermission(Permission.Explain)]
    public async Task<IActionResult> Upload(string period, string agency, int id, CancellationToken cancel)
    {
        if (await query.FindAsync(period, agency, id, cancel) is not var (form, explanation))
            return NotFound();
        var target = new ExplanationUpload(db, user, service, form, explanation, clock.UtcNow());
        var results = HttpContext.Features.Get<UploadBody>() is { } body ? await uploads.ReceiveAsync(form, target, body, cancel) : [];
        if (results.Count == 0)
            results = [UploadResult.Nothing];
        if (UploadAnswer.AsksForJson(Request))
            return UploadAnswer.Json(results);
        var refused = results.Where(r => !r.Ok).ToList();
        if (refused.Count < results.Count)
            TempData["Notice"] = UploadAnswer.Notice([.. results.Where(r => r.Ok)]);
        if (refused.Count == 0)
            return Redirect(PathOf(form, explanation));
        foreach (var result in refused)
            ModelState.AddModelError(result.Status == StatusCodes.Status409Conflict ? "" : Field, UploadAnswer.Sentence(result));
        Response.StatusCode = refused[0].Status;
        return await StoredAsync(period, agency, id, cancel);
    }

    private async Task<IActionResult> ChangeAsync(string period, string agency, int id, Func<OwnForm, Explanation, Task<Outcome?>> change, string done, CancellationToken cancel)
    {
        if (await query.FindAsync(period, agency, id, cancel) is not var (form, explanation))
            return NotFound();
        if (!ModelState.IsValid)
        {
            this.Refuse();
            return View("Evidence", await query.PageAsync(form, explanation, cancel));
        }

        try
        {
            if (await change(form, explanation) is not { } outcome)
                return NotFound();
            if (outcome.Ok)
            {
                TempData["Notice"] = done;
                return Redirect(PathOf(form, explanation));
            }

            this.Refuse(outcome);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Giải trình hoặc tài liệu của nó vừa được người khác thay đổi nên việc này chưa được ghi. Xem lại rồi làm lại.");
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return await StoredAsync(period, agency, id, cancel);
    }

    /// <summary>The page as it is stored: what failed stays behind in the unit of work.</summary>
    private async Task<IActionResult> StoredAsync(string period, string agency, int id, CancellationToken cancel)
    {
        forms.Forget();
        return await query.FindAsync(period, agency, id, cancel) is var (form, explanation) ? View("Evidence", await query.PageAsync(form, explanation, cancel)) : NotFound();
    }

    private static string PathOf(OwnForm form, Explanation explanation) => $"/explanations/{form.Period.Code}/{form.Agency.Code.ToLowerInvariant()}/{explanation.Id}/evidence";
}
