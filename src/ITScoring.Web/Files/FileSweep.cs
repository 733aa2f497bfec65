using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Files;

/// <summary>Deletes, a day later, what nothing refers to: bytes without a row, files of removed evidence that was never handed in, remains of broken uploads.</summary>
public sealed class FileSweep(AppDbContext db, IFileStore store, TimeProvider clock, ILogger<FileSweep> log)
{
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <returns>How many files were deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.UtcNow();
        var before = now - Grace;
        await store.DeleteTemporaryAsync(before, cancel);
        // Kept as a row: evidence that was removed still tells what it was. In one statement, so that nobody chooses the file in between.
        await db.StoredFiles
            .Where(f => f.DeletedAt == null && f.Scan != ScanState.Infected && f.LastUsedAt < before && !db.SignedDocuments.Any(d => d.FileId == f.Id) && !db.GuidanceDocuments.Any(d => d.FileId == f.Id && (d.WithdrawnAt == null || d.WithdrawnAt >= before))
                && !db.Evidence.Any(e => e.FileId == f.Id && (e.RemovedAt == null || e.RemovedAt >= before
                || db.Evidence.Any(n => n.ReplacesId == e.Id)
                || db.SubmissionReceipts.Any(r => r.SubmissionId == e.SubmissionId && r.SubmittedAt >= e.AddedAt && r.SubmittedAt <= e.RemovedAt))))
            .ExecuteUpdateAsync(u => u.SetProperty(f => f.DeletedAt, now), cancel);
        var infected = await db.StoredFiles.Where(f => f.Scan == ScanState.Infected).Select(f => f.Sha256).Distinct().ToListAsync(cancel);
        var deleted = 0;
        foreach (var old in (await store.KeptBeforeAsync(before, cancel)).Chunk(500))
        {
            var used = (await db.StoredFiles.Where(f => f.DeletedAt == null && old.Contains(f.Sha256)).Select(f => f.Sha256).ToListAsync(cancel)).ToHashSet();
            foreach (var hash in old.Except(used))
                deleted += await store.DeleteAsync(hash, before, cancel) ? 1 : 0;
        }

        // One that was found just before the program ended may still lie where it was.
        foreach (var hash in infected)
            await store.QuarantineAsync(hash, cancel);
        if (deleted > 0)
            log.LogInformation("{Count} unreferenced files were deleted", deleted);
        return deleted;
    }
}
