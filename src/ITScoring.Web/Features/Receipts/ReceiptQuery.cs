using ITScoring.Data;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Receipts;

/// <summary>Reads a receipt as it was made.</summary>
public sealed class ReceiptQuery(AppDbContext db, FormDeadlines deadlines)
{
    /// <param name="revision">Null: the latest.</param>
    /// <returns>Null: there is no such receipt.</returns>
    public async Task<ReceiptPage?> PageAsync(OwnForm form, int? revision, CancellationToken cancel = default)
    {
        var receipts = await db.SubmissionReceipts.AsNoTracking().Where(r => r.SubmissionId == form.Submission.Id).OrderBy(r => r.Revision).ToListAsync(cancel);
        if ((revision is null ? receipts.LastOrDefault() : receipts.FirstOrDefault(r => r.Revision == revision)) is not { } receipt)
            return null;
        var values = FormContent.ValuesOf(receipt.ContentJson);
        var evidence = FormContent.EvidenceOf(receipt.ContentJson);
        var notes = FormContent.NotesOf(receipt.ContentJson);
        var signer = await db.Users.AsNoTracking().Where(u => u.Id == receipt.SignedById).Select(u => new { u.DisplayName, u.JobTitle }).FirstAsync(cancel);
        // Head or deputy then, whatever the account is today; each submission raised the revision by one.
        var role = await db.SubmissionMoves.AsNoTracking().Where(m => m.SubmissionId == form.Submission.Id && m.Verb == Verb.Submit)
            .OrderBy(m => m.Id).Skip(receipt.Revision - 1).Select(m => m.MovedByRole).FirstAsync(cancel);
        return new ReceiptPage(
            form,
            await deadlines.OfAsync(form.Period, form.Agency, form.Submission, cancel),
            receipt,
            [.. receipts.Select(r => r.Revision)],
            signer.JobTitle is null ? signer.DisplayName : $"{signer.DisplayName}, {signer.JobTitle}",
            Signature.Of(role, signer.JobTitle, signer.DisplayName),
            [.. form.Set.Questions.Where(q => values.ContainsKey(q.Code)).Select(q => new ReceiptRow(
                q, AnswerText.Of(q, values[q.Code]), notes.GetValueOrDefault(q.Code), evidence.GetValueOrDefault(q.Code, [])))]);
    }
}
