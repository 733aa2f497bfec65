using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Jobs;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Documents;

/// <summary>Long documents of results: asking for one, how far it is, fetching it. For those who see what was proposed.</summary>
public sealed class PreparedDocuments(AppDbContext db, CurrentUser user, AuditLog audit, DossierQuery dossiers, JobSignal signal, TimeProvider clock)
{
    /// <summary>Those of the record that stands for a period, by name.</summary>
    public async Task<IReadOnlyDictionary<string, PreparedRow>> OfAsync(Period period, CancellationToken cancel = default)
    {
        if (await dossiers.RecordIdAsync(period, cancel) is not { } record)
            return new Dictionary<string, PreparedRow>();
        return await db.PreparedDocuments.AsNoTracking().Where(d => d.RecordId == record)
            .Select(d => new PreparedRow(d.Name, d.State, d.Done, d.Total, d.AskedAt, d.ReadyAt, d.Bytes)).ToDictionaryAsync(d => d.Name, cancel);
    }

    /// <summary>Asks for a document of the record that stands for the period; once more when it is there or failed. One that is being written is left alone.</summary>
    /// <returns>False: there is no such period, result or document for this person.</returns>
    public async Task<bool> AskAsync(string periodCode, string name, CancellationToken cancel = default)
    {
        if (LongDocuments.Find(name) is null || await PeriodAsync(periodCode, cancel) is not { } period || await dossiers.RecordIdAsync(period, cancel) is not { } record)
            return false;
        if (await db.PreparedDocuments.FirstOrDefaultAsync(d => d.RecordId == record && d.Name == name, cancel) is not { } document)
            db.PreparedDocuments.Add(new PreparedDocument(record, name, user.UserId, clock.UtcNow()));
        else if (!document.AskAgain(user.UserId, clock.UtcNow()))
            return true;
        audit.Record("document.ask", $"{period.Code}/{name}", null, null, null, period.Id);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else asked in the same moment; what he asked for is the same.
            db.ChangeTracker.Clear();
        }

        signal.Wake();
        return true;
    }

    /// <returns>Null: there is no such document for this person, or it is not written yet.</returns>
    public async Task<(LongDocument Document, byte[] Content, string FileName)?> FindAsync(string periodCode, string name, CancellationToken cancel = default)
    {
        if (LongDocuments.Find(name) is not { } document || await PeriodAsync(periodCode, cancel) is not { } period || await dossiers.RecordIdAsync(period, cancel) is not { } record)
            return null;
        var content = await db.PreparedDocuments.AsNoTracking().Where(d => d.RecordId == record && d.Name == name && d.State == PreparedDocumentState.Ready).Select(d => d.Content).FirstOrDefaultAsync(cancel);
        return content is null ? null : (document, content, document.FileNameOf(period.Code));
    }

    private async Task<Period?> PeriodAsync(string code, CancellationToken cancel) =>
        user.Can(Permission.ReadProposals) && await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, cancel) is { State: >= PeriodState.Proposed } period ? period : null;
}
