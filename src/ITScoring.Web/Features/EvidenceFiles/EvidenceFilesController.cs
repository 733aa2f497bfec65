using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Files;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.EvidenceFiles;

/// <summary>Files that come in as evidence of a question: from a form, or one by one from the script, which asks for JSON.</summary>
[Route("submissions/{period}/{agency}/questions/{question}/evidence/files")]
[FramesFiles]
public sealed class EvidenceFilesController(OwnForms forms, EvidenceItemsQuery query, UploadService service) : Controller
{
    private const string Field = "files";

    [HttpPost("")]
    [StreamedUpload]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Upload(string period, string agency, string question, CancellationToken cancel)
    {
        if (await query.FindAsync(period, agency, question, cancel) is not var (form, q))
            return NotFound();
        var results = HttpContext.Features.Get<UploadBody>() is { } body ? await service.ReceiveAsync(form, q, body, cancel) : [];
        if (results.Count == 0)
            results = [UploadResult.Nothing];
        if (UploadAnswer.AsksForJson(Request))
            return UploadAnswer.Json(results);
        var refused = results.Where(r => !r.Ok).ToList();
        if (refused.Count < results.Count)
            TempData["Notice"] = UploadAnswer.Notice([.. results.Where(r => r.Ok)]);
        if (refused.Count == 0)
            return Redirect($"{form.Path}/questions/{q.Code}/evidence");
        foreach (var result in refused)
            ModelState.AddModelError(Field, UploadAnswer.Sentence(result));
        Response.StatusCode = refused[0].Status;
        // What failed stays behind in the unit of work; the page shows what is stored.
        forms.Forget();
        return await query.FindAsync(period, agency, question, cancel) is var (stored, again)
            ? View("/Features/EvidenceItems/Evidence.cshtml", await query.PageAsync(stored, again, cancel))
            : NotFound();
    }
}
