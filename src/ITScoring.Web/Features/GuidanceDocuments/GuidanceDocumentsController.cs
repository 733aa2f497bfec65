using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.SignedDocuments;
using ITScoring.Web.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.GuidanceDocuments;

/// <summary>Văn bản trên trang Hướng dẫn thực hiện: the call letter, the decision and its annexes, signed, for everybody to read.</summary>
[Route("guidance-documents/{period}")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class GuidanceDocumentsController(
    GuidanceDocumentsQuery query, GuidanceDocumentService service, IFileStore store, IOptions<FilesOptions> limits, ILogger<GuidanceDocumentsController> log) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> GuidanceDocuments(string period, CancellationToken cancel) =>
        await query.FindAsync(period, cancel) is { } found ? View(await query.PageAsync(found, cancel)) : NotFound();

    [HttpPost("")]
    [StreamedUpload]
    public async Task<IActionResult> Attach(string period, CancellationToken cancel)
    {
        if (await query.FindAsync(period, cancel) is not { } found)
            return NotFound();
        using var sent = await SignedUpload.ReceiveAsync(HttpContext.Features.Get<UploadBody>(), store, limits.Value.MaxFileBytes, log, cancel);
        foreach (var (field, typed) in sent.Typed)
            ModelState.SetModelValue(field, typed, typed);
        var kind = Enum.GetValues<GuidanceDocumentKind>().Cast<GuidanceDocumentKind?>().FirstOrDefault(k => k.ToString() == sent["kind"]);
        if (kind is null)
            ModelState.AddModelError("kind", "Chọn loại văn bản.");
        var reference = LetterInput.Read(ModelState, sent["number"], sent["date"], sent["abstract"], prefix: "");
        if (sent.FileProblem(limits.Value.MaxFileBytes) is { } problem)
            ModelState.AddModelError("file", problem);
        try
        {
            // Values that no binding has looked at are neither valid nor invalid: the errors are counted.
            if (ModelState.ErrorCount > 0)
                return await AgainAsync(found, null, sent.Problem is null ? null : sent.Status, cancel);
            var outcome = await service.AttachAsync(found, kind!.Value, reference, sent.File!, sent.FileName, cancel);
            if (!outcome.Ok)
                return await AgainAsync(found, outcome, null, cancel);
            TempData["Notice"] = $"Đã gắn “{kind.Value.Name()}”.{(found.State == PeriodState.Draft ? " Mọi người tải được từ khi mở kỳ." : " Mọi người tải được ở trang Hướng dẫn thực hiện.")}";
            return Redirect($"/guidance-documents/{found.Code}");
        }
        catch (FileStoreProblem e)
        {
            log.LogError(e, "A document of the guidance could not be stored");
            ModelState.AddModelError("file", e.Message);
            return await AgainAsync(found, null, StatusCodes.Status503ServiceUnavailable, cancel);
        }
    }

    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(string period, int id, CancellationToken cancel)
    {
        if (await query.FindAsync(period, cancel) is not { } found || await service.WithdrawAsync(found, id, cancel) is not { } outcome)
            return NotFound();
        if (!outcome.Ok)
            return await AgainAsync(found, outcome, null, cancel);
        TempData["Notice"] = "Đã gỡ văn bản khỏi trang Hướng dẫn thực hiện.";
        return Redirect($"/guidance-documents/{found.Code}");
    }

    /// <param name="status">Null: as the refusal says.</param>
    private async Task<IActionResult> AgainAsync(Period period, Outcome? refusal, int? status, CancellationToken cancel)
    {
        this.Refuse(refusal);
        if (status is { } other)
            Response.StatusCode = other;
        return View("GuidanceDocuments", await query.PageAsync(period, cancel));
    }
}
