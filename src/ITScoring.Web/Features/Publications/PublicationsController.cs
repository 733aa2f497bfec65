using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Features.SignedDocuments;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Features.Publications;

/// <summary>Dữ liệu mở: the publications of a period and their files, each at an address of its own that never says anything else.</summary>
[AllowAnonymous]
[Route("publications/{period:regex(^[[a-z0-9-]]+$)}")]
public sealed class PublicationsController(AppDbContext db, PublishedRecords records, SignedDecisions decisions, IFileStore store, CurrentUser user, IOptions<PublicationOptions> options) : Controller
{
    private const int ForeverSeconds = 365 * 24 * 60 * 60;

    /// <summary>Evaluated agencies, UBND and those who run the evaluation get the full package.</summary>
    private bool MayFetchFull => user.IsSignedIn && (user.Can(Permission.ReadOwnForm) || user.Can(Permission.ReadApprovedResults) || user.Can(Permission.ReadReviews));

    [HttpGet("")]
    public async Task<IActionResult> Publications(string period, CancellationToken cancel)
    {
        if (await PeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var publications = await db.Publications.AsNoTracking().Where(p => p.PeriodId == found.Id).OrderByDescending(p => p.Number).Select(p => new { Publication = p, p.Record!.PublicSha256 }).ToListAsync(cancel);
        var ids = publications.Select(p => p.Publication.Id).ToList();
        var files = (await db.PublicationFiles.AsNoTracking().Where(f => ids.Contains(f.PublicationId)).OrderBy(f => f.Id)
            .Select(f => new { f.PublicationId, Row = new PublicationFileRow(f.Name, f.MediaType, f.Audience, f.Bytes, f.Sha256) }).ToListAsync(cancel))
            .Where(f => f.Row.Audience == PackageKind.Public || MayFetchFull).ToLookup(f => f.PublicationId, f => f.Row);
        var signed = await decisions.OfAsync(found.Id, [.. publications.Select(p => p.Publication)], cancel);
        return View(new PublicationsPage(
            found, found.IsDemo ? DemoNotice.Text : null, options.Value.Licence, MayFetchFull, [.. publications.Select(p => new PublicationRow(p.Publication, p.PublicSha256, [.. files[p.Publication.Id]], signed.GetValueOrDefault(p.Publication.Number)))]));
    }

    /// <summary>A publication as it was made, also after it was corrected.</summary>
    [HttpGet("{number:int}")]
    public async Task<IActionResult> Publication(string period, int number, CancellationToken cancel)
    {
        if (await PeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var all = await db.Publications.AsNoTracking().Where(p => p.PeriodId == found.Id).OrderBy(p => p.Number).ToListAsync(cancel);
        if (all.FirstOrDefault(p => p.Number == number) is not { } publication)
            return NotFound();
        var (record, _, sha) = await records.ReadAsync(publication.RecordId, cancel);
        var former = all.FirstOrDefault(p => p.Id == publication.ReplacesId);
        return View(new PublicationPage(
            found, publication, record, sha, all.FirstOrDefault(p => p.ReplacesId == publication.Id)?.Number, former?.Number, former is null ? [] : PublicationChange.Between((await records.ReadAsync(former.RecordId, cancel)).Record, record),
            await decisions.OfAsync(publication, cancel)));
    }

    /// <summary>The decision of a publication as it was signed. Unlike the files made here it can be replaced by a better copy, or be put in quarantine: asked for anew each time.</summary>
    [HttpGet("{number:int}/signed-decision.pdf")]
    public async Task<IActionResult> SignedDecision(string period, int number, CancellationToken cancel)
    {
        if (await PeriodAsync(period, cancel) is not { } found || await db.Publications.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodId == found.Id && p.Number == number, cancel) is not { } publication
            || await decisions.OfAsync(publication, cancel) is not { File: { } file } || await store.OpenAsync(file.Sha256, cancel) is not { } content)
            return NotFound();
        HttpContext.MarkAsFile(isShown: false);
        Response.Headers.CacheControl = "public, no-cache";
        // Under a name of ours: the one that it was sent with may be anybody's.
        return File(content, FileKind.Pdf.MediaType(), $"quyet-dinh-{found.Code}-{number}.pdf", null, new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }

    /// <summary>A file as it was made when it was published.</summary>
    [HttpGet("{number:int}/{name:regex(^[[a-z0-9-]]+[[.]][[a-z]]+$)}")]
    public async Task<IActionResult> Content(string period, int number, string name, CancellationToken cancel)
    {
        if (await PeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var file = await (
            from publication in db.Publications.AsNoTracking()
            join stored in db.PublicationFiles.AsNoTracking() on publication.Id equals stored.PublicationId
            where publication.PeriodId == found.Id && publication.Number == number && stored.Name == name
            select stored).FirstOrDefaultAsync(cancel);
        if (file is null || (file.Audience == PackageKind.Full && !MayFetchFull))
            return NotFound();
        Response.Headers.CacheControl = file.Audience == PackageKind.Public ? $"public, max-age={ForeverSeconds}, immutable" : "private, no-store";
        return File(file.Content, file.MediaType, $"{found.Code}-{number}-{file.Name}", null, new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }

    private Task<Period?> PeriodAsync(string code, CancellationToken cancel) =>
        db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code && p.State == PeriodState.Published, cancel);
}
