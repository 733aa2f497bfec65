using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Web.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.GuidanceDocuments;

/// <summary>Attaches and withdraws what stands beside the guidance.</summary>
public sealed class GuidanceDocumentService(AppDbContext db, IFileStore store, StoredFileRows rows, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    /// <param name="period">With its agencies.</param>
    /// <param name="incoming">A PDF that came in whole.</param>
    /// <exception cref="FileStoreProblem">It cannot be kept.</exception>
    public async Task<Outcome> AttachAsync(Period period, GuidanceDocumentKind kind, DocumentReference? reference, IncomingFile incoming, string fileName, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        if (GuidanceDocument.Check(user.Actor, period, kind, reference, now) is { Ok: false } refused)
            return refused;
        if (await db.StoredFiles.AnyAsync(f => f.Sha256 == incoming.Sha256 && f.Scan == ScanState.Infected, cancel))
            return Outcome.InputAt("file", "Tệp này có mã độc và đã bị cách ly từ lần tải trước. Quét máy tính, tạo lại tệp sạch rồi gắn.");
        // The row of a content belongs to an agency.
        if ((user.AgencyId ?? period.Agencies.OrderBy(a => a.Order).FirstOrDefault()?.AgencyId) is not { } owner)
            return Outcome.Input("Kỳ đánh giá chưa có cơ quan tham gia. Lưu kế hoạch với danh sách cơ quan trước khi gắn văn bản.");
        await store.KeepAsync(incoming, cancel);
        var file = await rows.TakeAsync(owner, incoming, FileKind.Pdf, cancel);
        var standing = await db.GuidanceDocuments.Where(d => d.PeriodId == period.Id && d.Kind == kind && d.WithdrawnAt == null).OrderBy(d => d.Id).ToListAsync(cancel);
        var former = standing.LastOrDefault();
        var (outcome, document) = GuidanceDocument.Attach(user.Actor, period, kind, reference, file, fileName, standing, now);
        if (!outcome.Ok)
            return outcome;
        db.GuidanceDocuments.Add(document!);
        audit.Record("guidance-document.attach", period.Code, former is null ? null : Line(former), Line(document!), null, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <returns>Null: the period has no such document.</returns>
    public async Task<Outcome?> WithdrawAsync(Period period, int id, CancellationToken cancel)
    {
        if (await db.GuidanceDocuments.Include(d => d.File).FirstOrDefaultAsync(d => d.PeriodId == period.Id && d.Id == id, cancel) is not { } document)
            return null;
        var outcome = document.Withdraw(user.Actor, period, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        audit.Record("guidance-document.withdraw", period.Code, Line(document), null, null, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    private static string Line(GuidanceDocument document) =>
        string.Join("; ", new[] { document.Kind.Name(), document.Number, document.Date is { } day ? VietnamTime.Day(day) : null, document.FileName }.OfType<string>());
}
