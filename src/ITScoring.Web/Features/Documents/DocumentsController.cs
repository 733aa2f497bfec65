using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Documents;

/// <summary>Official documents of a period, to print or to go on working on. What is not there, or not for whoever asks, is not found.</summary>
[Route("documents/{period}")]
public sealed class DocumentsController(DocumentsQuery query, DossierQuery dossiers, PreparedDocuments prepared, MinutesQuery minutes, SurveyQuery surveys, IOptions<PortalOptions> portal) : Controller
{
    private const string Word = "docx";
    private const string Format = "{format:regex(^(pdf|docx)$)}";

    [HttpGet("")]
    [RequirePermission(Permission.ReadDocuments)]
    public async Task<IActionResult> Documents(string period, CancellationToken cancel) => await query.PageAsync(period, cancel) is { } page ? View(page) : NotFound();

    [HttpGet($"report.{Format}")]
    [RequirePermission(Permission.ReadProposals)]
    public Task<IActionResult> Report(string period, string format, CancellationToken cancel) => PreparedAsync(period, $"report.{format}", cancel);

    /// <summary>Ranking, every criterion with self, verified and final points, every answer.</summary>
    [HttpGet("details.xlsx")]
    [RequirePermission(Permission.ReadProposals)]
    public Task<IActionResult> Details(string period, CancellationToken cancel) => PreparedAsync(period, "details.xlsx", cancel);

    /// <summary>The result sheets of all agencies.</summary>
    [HttpGet("results.zip")]
    [RequirePermission(Permission.ReadProposals)]
    public Task<IActionResult> Results(string period, CancellationToken cancel) => PreparedAsync(period, "results.zip", cancel);

    /// <summary>Has a long document written, anew if it is there.</summary>
    [HttpPost("{name}/prepare")]
    [RequirePermission(Permission.ReadProposals)]
    public async Task<IActionResult> Prepare(string period, string name, CancellationToken cancel) =>
        await prepared.AskAsync(period, name, cancel) ? Redirect($"/documents/{period}#vb") : NotFound();

    [HttpGet($"proposal.{Format}")]
    [RequirePermission(Permission.ReadProposals)]
    public Task<IActionResult> Proposal(string period, string format, CancellationToken cancel) => OfResultAsync(period, format, "to-trinh", ProposalDocument.Of, cancel);

    [HttpGet($"decision.{Format}")]
    [RequirePermission(Permission.ReadProposals)]
    public Task<IActionResult> Decision(string period, string format, CancellationToken cancel) => OfResultAsync(period, format, "du-thao-quyet-dinh", DecisionDocument.Of, cancel);

    [HttpGet($"sessions/{{number:int}}/minutes.{Format}")]
    [RequirePermission(Permission.ReadProposals)]
    public async Task<IActionResult> Minutes(string period, int number, string format, CancellationToken cancel) =>
        await minutes.FindAsync(period, number, cancel) is { } found ? Written(MinutesDocument.Of(found, portal.Value), format, $"bien-ban-hoi-dong-{found.Period.Code}-{number}") : NotFound();

    [HttpGet("survey.pdf")]
    [RequirePermission(Permission.ReadDocuments)]
    public async Task<IActionResult> BlankSurvey(string period, CancellationToken cancel) =>
        await surveys.BlankAsync(period, cancel) is { } found ? Written(SurveyDocument.Of(found, portal.Value), "pdf", $"phieu-khao-sat-{found.Period.Code}") : NotFound();

    [HttpGet("agencies/{agency}/survey.pdf")]
    [RequirePermission(Permission.ReadDocuments)]
    public async Task<IActionResult> Survey(string period, string agency, CancellationToken cancel) =>
        await surveys.FilledAsync(period, agency, cancel) is { } found
            ? Written(SurveyDocument.Of(found, portal.Value), "pdf", $"phieu-khao-sat-{found.Period.Code}-{found.Agency!.Code.ToLowerInvariant()}")
            : NotFound();

    [HttpGet("agencies/{agency}/result.pdf")]
    [RequirePermission(Permission.ReadDocuments)]
    public async Task<IActionResult> Result(string period, string agency, CancellationToken cancel) =>
        await dossiers.FindAsync(period, agency, cancel) is var (dossier, found)
            ? Written(ResultSheetDocument.Of(dossier, found, portal.Value), "pdf", $"phieu-ket-qua-{dossier.Period.Code}-{found.Code.ToLowerInvariant()}")
            : NotFound();

    /// <summary>A long document that a job has written; before that it is not found.</summary>
    private async Task<IActionResult> PreparedAsync(string period, string name, CancellationToken cancel) =>
        await prepared.FindAsync(period, name, cancel) is var (document, content, fileName) ? File(content, document.MediaType, fileName) : NotFound();

    private async Task<IActionResult> OfResultAsync(string period, string format, string name, Func<ResultDossier, PortalOptions, OfficialDocument> write, CancellationToken cancel) =>
        await dossiers.FindAsync(period, cancel) is { } dossier ? Written(write(dossier, portal.Value), format, $"{name}-{dossier.Period.Code}") : NotFound();

    private FileContentResult Written(OfficialDocument document, string format, string name) => format == Word
        ? File(DocxRenderer.Write(document), DocxRenderer.MediaType, $"{name}.docx")
        : File(PdfRenderer.Write(document), PdfRenderer.MediaType, $"{name}.pdf");
}
