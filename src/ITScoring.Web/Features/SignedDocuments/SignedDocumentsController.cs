using ITScoring.Domain;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Files;
using ITScoring.Web.Input;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Features.SignedDocuments;

/// <summary>Văn bản đã ký: what came back from the document system, with number, date and what its digital signature says.</summary>
[Route("signed-documents/{period}")]
public sealed class SignedDocumentsController(SignedDocumentsQuery query, SignedDocumentService service, IFileStore store, IOptions<FilesOptions> limits, ILogger<SignedDocumentsController> log) : Controller
{
    private const int LongestNumber = 100;

    /// <param name="replaces">Id of the document whose place the next takes.</param>
    [HttpGet("")]
    [RequirePermission(Permission.ReadProposals)]
    public async Task<IActionResult> SignedDocuments(string period, int? replaces, CancellationToken cancel) =>
        await query.FindAsync(period, cancel) is { } found ? View(await query.PageAsync(found, replaces, cancel)) : NotFound();

    [HttpPost("")]
    [StreamedUpload]
    [RequirePermission(Permission.AttachSigned)]
    public async Task<IActionResult> Attach(string period, CancellationToken cancel)
    {
        if (await query.FindAsync(period, cancel) is not { } found)
            return NotFound();
        using var sent = await SignedUpload.ReceiveAsync(HttpContext.Features.Get<UploadBody>(), store, limits.Value.MaxFileBytes, log, cancel);
        // The fields come beside the file, past the model binding: shown again as they were typed all the same.
        foreach (var (field, typed) in sent.Typed)
            ModelState.SetModelValue(field, typed, typed);
        int? replaces = int.TryParse(sent["replaces"], out var id) ? id : null;
        try
        {
            if (Read(sent) is not var (kind, reference))
                return await AgainAsync(found, replaces, null, sent.Problem is null ? null : sent.Status, cancel);
            var (outcome, document) = await service.AttachAsync(found, kind, reference, replaces, sent.File!, sent.FileName, cancel);
            if (!outcome.Ok)
                return await AgainAsync(found, replaces, outcome, null, cancel);
            TempData["Notice"] = $"Đã gắn văn bản số {document!.Number}. {SignatureWords.Short(document.Signature)}.";
            return Redirect($"/signed-documents/{found.Code}");
        }
        catch (FileStoreProblem e)
        {
            log.LogError(e, "A signed document could not be stored");
            ModelState.AddModelError("file", e.Message);
            return await AgainAsync(found, replaces, null, StatusCodes.Status503ServiceUnavailable, cancel);
        }
    }

    [HttpGet("{id:int}/file")]
    [RequirePermission(Permission.ReadProposals)]
    public async Task<IActionResult> Open(string period, int id, CancellationToken cancel)
    {
        if (await query.FindAsync(period, cancel) is not { } found || (await query.DocumentsAsync(found, cancel)).FirstOrDefault(d => d.Id == id) is not { File: { IsServed: true } file } document
            || await store.OpenAsync(file.Sha256, cancel) is not { } content)
            return NotFound();
        HttpContext.MarkAsFile(isShown: true);
        var name = new ContentDispositionHeaderValue("inline");
        name.SetHttpFileName(FileKind.Pdf.NameFor(document.FileName));
        Response.Headers.ContentDisposition = name.ToString();
        // Asked for anew each time: rights end, and files are put in quarantine.
        Response.Headers.CacheControl = "private, no-cache";
        return File(content, FileKind.Pdf.MediaType(), lastModified: null, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>What was typed and sent, every problem at its field; null: there are some.</summary>
    private (SignedDocumentKind Kind, DocumentReference Reference)? Read(SignedUpload sent)
    {
        var kind = Enum.GetValues<SignedDocumentKind>().Cast<SignedDocumentKind?>().FirstOrDefault(k => k.ToString() == sent["kind"]);
        if (kind is null)
            ModelState.AddModelError("kind", "Chọn loại văn bản.");
        if (PlainText.Clean(sent["number"]) is not { Length: <= LongestNumber })
            ModelState.AddModelError("number", $"Nhập số, ký hiệu của văn bản, không quá {LongestNumber} ký tự.");
        var day = DateInput.Parse(sent["date"]);
        if (day.Problem is not null || day.IsEmpty)
            ModelState.AddModelError("date", day.Problem ?? "Nhập ngày của văn bản.");
        var summary = TextInput.Read(ModelState, "abstract", sent["abstract"]);
        if (sent.FileProblem(limits.Value.MaxFileBytes) is { } problem)
            ModelState.AddModelError("file", problem);
        // Values that no binding has looked at are neither valid nor invalid: the errors are counted.
        return ModelState.ErrorCount == 0 ? (kind!.Value, new DocumentReference(PlainText.Clean(sent["number"])!, day.Value, summary)) : null;
    }

    /// <param name="status">Null: as the refusal says.</param>
    private async Task<IActionResult> AgainAsync(Period period, int? replaces, Outcome? refusal, int? status, CancellationToken cancel)
    {
        this.Refuse(refusal);
        if (status is { } other)
            Response.StatusCode = other;
        return View("SignedDocuments", await query.PageAsync(period, replaces, cancel));
    }
}
