using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Documents;
using ITScoring.Web.Features.GuidanceDocuments;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Features.Guidance;

/// <summary>Hướng dẫn thực hiện: public from the day a period opens.</summary>
[AllowAnonymous]
[Route("guidance")]
public sealed class GuidanceController(AppDbContext db, CriteriaSetCache sets, GuidanceDocumentsQuery documents, IFileStore store, IOptions<PortalOptions> portal) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        await db.Periods.AsNoTracking().Where(p => p.State != PeriodState.Draft).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).Select(p => p.Code).FirstOrDefaultAsync(cancel) is { } code
            ? Redirect($"/guidance/{code}")
            : View("None");

    [HttpGet("{period}")]
    public async Task<IActionResult> Guidance(string period, CancellationToken cancel) =>
        await FindAsync(period, cancel) is { } found ? View(new GuidancePage(found, await sets.GetAsync(found, cancel), await documents.PublicAsync(found.Id, cancel))) : NotFound();

    /// <summary>A signed document, under a name of ours: the one that it was sent with may be anybody's.</summary>
    [HttpGet("{period}/documents/{id:int}")]
    public async Task<IActionResult> Document(string period, int id, CancellationToken cancel)
    {
        if (await FindAsync(period, cancel) is not { } found || (await documents.PublicAsync(found.Id, cancel)).FirstOrDefault(d => d.Id == id) is not { File: { } file } document
            || await store.OpenAsync(file.Sha256, cancel) is not { } content)
            return NotFound();
        HttpContext.MarkAsFile(isShown: false);
        // Asked for anew each time: it can be withdrawn or put in quarantine.
        Response.Headers.CacheControl = "public, no-cache";
        return File(content, FileKind.Pdf.MediaType(), $"{document.Kind.Slug()}-{found.Code}.pdf", null, new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }

    /// <summary>Phụ lục I, written from the period's set.</summary>
    [HttpGet("{period}/form.pdf")]
    public async Task<IActionResult> Form(string period, CancellationToken cancel)
    {
        if (await FindAsync(period, cancel) is not { } found)
            return NotFound();
        var set = await sets.GetAsync(found, cancel);
        var blank = new SurveyContent(found, set, null, null, new Dictionary<string, Answer>(), set.Questions.Select(q => q.Code).ToHashSet());
        return File(PdfRenderer.Write(SurveyDocument.Of(blank, portal.Value)), PdfRenderer.MediaType, $"phu-luc-1-phieu-khao-sat-{found.Code}.pdf");
    }

    /// <summary>Phụ lục II, written from the period's set.</summary>
    [HttpGet("{period}/rules.pdf")]
    public async Task<IActionResult> Rules(string period, CancellationToken cancel) =>
        await FindAsync(period, cancel) is { } found
            ? File(PdfRenderer.Write(RulesDocument.Of(found, await sets.GetAsync(found, cancel), portal.Value)), PdfRenderer.MediaType, $"phu-luc-2-tieu-chi-{found.Code}.pdf")
            : NotFound();

    private Task<Period?> FindAsync(string code, CancellationToken cancel) =>
        db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Letters).FirstOrDefaultAsync(p => p.Code == code && p.State != PeriodState.Draft, cancel);
}
