using ITScoring.Data;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Documents;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Jobs;

/// <summary>
/// Writes the long documents that somebody asked for, one after the other. A document is stored when it is whole; one that a process left
/// in the middle is begun anew by whoever has the lease then.
/// </summary>
public sealed class DocumentJob(AppDbContext db, DossierQuery dossiers, IOptions<PortalOptions> portal, TimeProvider clock, ILogger<DocumentJob> log) : Job
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);

    public override string Name => "documents";

    public override TimeSpan Every => TimeSpan.FromSeconds(1);

    public override async Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel)
    {
        while (await db.PreparedDocuments.Where(d => d.State == PreparedDocumentState.Waiting || d.State == PreparedDocumentState.Working).OrderBy(d => d.AskedAt).ThenBy(d => d.Id).FirstOrDefaultAsync(cancel) is { } document)
        {
            if (!await keep())
                return;
            if (document.Begin())
            {
                await db.SaveChangesAsync(cancel);
                if (!await WriteAsync(document, keep, cancel))
                    return;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>False: another process has the job by now; what was written is dropped.</returns>
    private async Task<bool> WriteAsync(PreparedDocument document, Func<Task<bool>> keep, CancellationToken cancel)
    {
        if (LongDocuments.Find(document.Name) is not { } kind || await dossiers.OfRecordAsync(document.RecordId, cancel) is not { } dossier)
        {
            document.Fail();
            return true;
        }

        var progress = new WritingProgress();
        var writing = Task.Run(() => kind.Write(dossier, portal.Value, progress), cancel);
        while (await Task.WhenAny(writing, Task.Delay(BetweenReports, cancel)) != writing)
        {
            if (!await keep())
                return false;
            var (done, total) = progress.Now;
            document.Report(done, total);
            await db.SaveChangesAsync(cancel);
        }

        try
        {
            var content = await writing;
            document.Report(progress.Now.Total, progress.Now.Total);
            document.Finish(content, clock.UtcNow());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Document {Document} of record {Record} could not be written", document.Name, document.RecordId);
            document.Fail();
        }

        return true;
    }
}
