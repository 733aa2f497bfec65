using ITScoring.Domain.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Features.Files;

/// <summary>The files of evidence: PDF and pictures shown, everything else handed out.</summary>
[Route("files")]
public sealed class FilesController(ReadableFiles files, IFileStore store, ILogger<FilesController> log) : Controller
{
    /// <param name="id">Of the evidence, whose name the file has.</param>
    [HttpGet("{id:int}")]
    [HttpHead("{id:int}")]
    [RequirePermission(Permission.ReadFiles)]
    public async Task<IActionResult> Open(int id, CancellationToken cancel)
    {
        if (await files.FindAsync(id, cancel) is not { File: { } file } evidence)
            return NotFound();
        if (await store.OpenAsync(file.Sha256, cancel) is not { } content)
        {
            log.LogError("The bytes of file {FileId} are not in the store", file.Id);
            return NotFound();
        }

        HttpContext.MarkAsFile(file.Kind.IsShown());
        Response.Headers.ContentDisposition = Disposition(file.Kind, evidence.FileName!);
        // Asked for anew each time: rights end, and files are put in quarantine.
        Response.Headers.CacheControl = "private, no-cache";
        return File(content, file.Kind.MediaType(), lastModified: null, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>RFC 6266 with the original name in RFC 5987; the plain one is for what cannot read that.</summary>
    private static string Disposition(FileKind kind, string name) =>
        $"{(kind.IsShown() ? "inline" : "attachment")}; filename=\"tai-lieu.{kind.ToString().ToLowerInvariant()}\"; filename*=UTF-8''{Uri.EscapeDataString(kind.NameFor(name))}";
}
