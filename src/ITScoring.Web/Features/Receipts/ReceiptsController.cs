using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Receipts;

/// <summary>Biên nhận: what was handed in, when, by whom.</summary>
[Route("submissions/{period}/{agency}/receipt")]
[RequirePermission(Permission.ReadOwnForm)]
public sealed class ReceiptsController(OwnForms forms, ReceiptQuery query, IOptions<PortalOptions> portal) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Receipt(string period, string agency, int? revision, CancellationToken cancel) =>
        await FindAsync(period, agency, revision, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("pdf")]
    public async Task<IActionResult> Pdf(string period, string agency, int? revision, CancellationToken cancel) =>
        await FindAsync(period, agency, revision, cancel) is { } page
            ? File(ReceiptDocument.Write(page, portal.Value), "application/pdf", $"bien-nhan-{page.Code.Replace('/', '-').ToLowerInvariant()}.pdf")
            : NotFound();

    private async Task<ReceiptPage?> FindAsync(string period, string agency, int? revision, CancellationToken cancel)
    {
        // A number that cannot be read names no receipt.
        if (!ModelState.IsValid || await forms.ReadAsync(period, agency, cancel) is not { } form)
            return null;
        return await query.PageAsync(form, revision, cancel);
    }
}
