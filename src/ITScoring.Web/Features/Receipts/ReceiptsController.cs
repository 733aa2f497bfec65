using ITScoring.Data;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Receipts;

/// <summary>Biên nhận: what was handed in, when, by whom.</summary>
[Route("submissions/{period}/{agency}/receipt")]
[RequirePermission(Permission.ReadOwnForm)]
public sealed class ReceiptsController(OwnForms forms, FormDeadlines deadlines, AppDbContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Receipt(string period, string agency, int? revision, CancellationToken cancel)
    {
        // A number that cannot be read names no receipt.
        if (!ModelState.IsValid || await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var receipts = await db.SubmissionReceipts.AsNoTracking().Where(r => r.SubmissionId == form.Submission.Id).OrderBy(r => r.Revision).ToListAsync(cancel);
        if ((revision is null ? receipts.LastOrDefault() : receipts.FirstOrDefault(r => r.Revision == revision)) is not { } receipt)
            return NotFound();
        var values = FormContent.ValuesOf(receipt.ContentJson);
        var evidence = FormContent.EvidenceOf(receipt.ContentJson);
        var signer = await db.Users.AsNoTracking().Where(u => u.Id == receipt.SignedById).Select(u => new { u.DisplayName, u.JobTitle }).FirstAsync(cancel);
        return View(new ReceiptPage(
            form,
            await deadlines.OfAsync(form.Period, form.Agency, form.Submission, cancel),
            receipt,
            [.. receipts.Select(r => r.Revision)],
            signer.JobTitle is null ? signer.DisplayName : $"{signer.DisplayName}, {signer.JobTitle}",
            [.. form.Set.Questions.Where(q => values.ContainsKey(q.Code)).Select(q => new ReceiptRow(q, AnswerText.Of(q, values[q.Code]), evidence.GetValueOrDefault(q.Code, [])))]));
    }
}
