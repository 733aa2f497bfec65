using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Files;
using ITScoring.Web.Files.Signatures;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SignedDocuments;

/// <summary>Attaches documents that were signed outside.</summary>
public sealed class SignedDocumentService(
    AppDbContext db, SignedDocumentsQuery query, IFileStore store, StoredFileRows rows, SignatureCheck signatures, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    /// <param name="period">With its agencies.</param>
    /// <param name="incoming">A PDF that came in whole.</param>
    /// <param name="replaces">Id of the document whose place it takes; null: that of the same kind, number and date, if there is one.</param>
    /// <exception cref="FileStoreProblem">It cannot be kept.</exception>
    public async Task<(Outcome Outcome, SignedDocument? Document)> AttachAsync(
        Period period, SignedDocumentKind kind, DocumentReference reference, int? replaces, IncomingFile incoming, string fileName, CancellationToken cancel)
    {
        var documents = await query.DocumentsAsync(period, cancel);
        var decisions = await query.DecisionsAsync(period, cancel);
        var now = clock.UtcNow();
        if (SignedDocument.Check(user.Actor, period, kind, reference, decisions, documents, replaces, now) is { Ok: false } refused)
            return (refused, null);
        if (await db.StoredFiles.AnyAsync(f => f.Sha256 == incoming.Sha256 && f.Scan == ScanState.Infected, cancel))
            return (Outcome.InputAt("file", "Tệp này có mã độc và đã bị cách ly từ lần tải trước. Quét máy tính, tạo lại tệp sạch rồi gắn."), null);
        var report = Look(incoming);
        await store.KeepAsync(incoming, cancel);
        // The row of a content belongs to an agency. People of UBND tỉnh have none of their own: theirs lie with the first agency of the period, who is told nothing of it.
        var owner = user.AgencyId ?? period.Agencies.OrderBy(a => a.Order).First().AgencyId;
        var file = await rows.TakeAsync(owner, incoming, FileKind.Pdf, cancel);
        var (outcome, document) = SignedDocument.Attach(user.Actor, period, kind, reference, decisions, documents, replaces, file, fileName, report, now);
        if (!outcome.Ok)
            return (outcome, null);
        db.SignedDocuments.Add(document!);
        var former = documents.FirstOrDefault(d => d.Id == document!.ReplacesId);
        audit.Record("signed-document.attach", period.Code, former is null ? null : Line(former), Line(document!), null, period.Id);
        await db.SaveChangesAsync(cancel);
        return (outcome, document);
    }

    private SignatureReport Look(IncomingFile incoming)
    {
        try
        {
            using var file = incoming.OpenRead();
            return signatures.Of(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileStoreProblem.Of(e);
        }
    }

    private static string Line(SignedDocument document) => $"{document.Kind.Name()}; {document.Number}; {VietnamTime.Day(document.Date)}; {document.File!.Sha256}; {document.Signature.Name()}";
}
