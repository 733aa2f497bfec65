using ITScoring.Data;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>A form that was handed in has a signer, its time, and a receipt for each time that still says what it said.</summary>
public sealed class SubmittedForms(AppDbContext db, FormPlaces places) : IIntegrityCheck
{
    private const string Mend = "Khôi phục phiếu và biên nhận từ bản sao lưu gần nhất trước khi lệch; đối chiếu với biên nhận cơ quan đang giữ.";

    public string Name => "Phiếu đã nộp có người ký và biên nhận";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var findings = new List<IntegrityFinding>();
        var receipts = (await db.SubmissionReceipts.AsNoTracking().Select(r => new { r.SubmissionId, r.Revision }).ToListAsync(cancel)).ToLookup(r => r.SubmissionId, r => r.Revision);
        foreach (var form in await db.Submissions.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel))
        {
            if (!form.IsSubmitted && form.State is (SubmissionState.Drafting or SubmissionState.AwaitingSignOff))
                continue;
            var name = form.State.Name().ToLowerInvariant();
            if (!form.IsSubmitted)
                await AddAsync(form.Id, $"Phiếu ở trạng thái {name} nhưng không có lần nộp nào.");
            if (form.SignedById is null)
                await AddAsync(form.Id, $"Phiếu ở trạng thái {name} nhưng không ghi người ký.");
            if (!receipts[form.Id].Order().SequenceEqual(Enumerable.Range(1, form.Revision)))
                await AddAsync(form.Id, $"Phiếu đã nộp {form.Revision} lần nhưng có {receipts[form.Id].Count()} biên nhận.");
        }

        var broken = new List<(int Form, int Revision)>();
        await foreach (var receipt in db.SubmissionReceipts.AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (CanonicalJson.Sha256(receipt.ContentJson) != receipt.Sha256)
                broken.Add((receipt.SubmissionId, receipt.Revision));
        }

        foreach (var (form, revision) in broken)
            await AddAsync(form, $"Nội dung biên nhận lần {revision} không còn đúng với mã SHA-256 của nó.");
        return findings;

        async Task AddAsync(int id, string what)
        {
            var (where, link) = await places.OfAsync(id, cancel);
            findings.Add(new(what, where, link, Mend));
        }
    }
}
