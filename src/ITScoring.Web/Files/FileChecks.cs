using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Integrations.Scanning;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Files;

/// <summary>Has the files that wait for it scanned, and puts infected ones in quarantine. The rows themselves are the queue.</summary>
public sealed class FileChecks(AppDbContext db, IFileStore store, IVirusScanner scanner, AuditLog audit, TimeProvider clock, ILogger<FileChecks> log)
{
    private const int AtOnce = 20;

    /// <summary>Scans what is due; one that gets no answer is tried again later.</summary>
    /// <returns>How many were asked about.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (!scanner.IsConfigured)
        {
            // The scanner was taken away: nobody is working on these.
            await db.StoredFiles.Where(f => f.Scan == ScanState.Pending || f.Scan == ScanState.Failed)
                .ExecuteUpdateAsync(u => u.SetProperty(f => f.Scan, ScanState.NotScanned).SetProperty(f => f.ScanTries, 0), cancel);
            return 0;
        }

        var now = clock.UtcNow();
        var due = await db.StoredFiles
            .Where(f => f.DeletedAt == null && f.NextScanAt <= now && (f.Scan == ScanState.Pending || f.Scan == ScanState.NotScanned || f.Scan == ScanState.Failed))
            .OrderBy(f => f.NextScanAt).Take(AtOnce).ToListAsync(cancel);
        foreach (var file in due)
            await CheckAsync(file, cancel);
        return due.Count;
    }

    private async Task CheckAsync(StoredFile file, CancellationToken cancel)
    {
        try
        {
            await using var content = await store.OpenAsync(file.Sha256, cancel) ?? throw new IOException("The stored file is not there.");
            var answer = await scanner.ScanAsync(content, cancel);
            if (answer.Malware is { } malware)
                await QuarantineAsync(file, malware.Length > Lengths.Name ? malware[..Lengths.Name] : malware, cancel);
            else
                file.MarkClean(clock.UtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "File {FileId} could not be scanned, attempt {Attempt}", file.Id, file.ScanTries + 1);
            file.MarkNotScanned(clock.UtcNow());
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Row first: from then on nobody is given the file. All agencies that have the same content share the bytes.</summary>
    private async Task QuarantineAsync(StoredFile file, string malware, CancellationToken cancel)
    {
        foreach (var same in await db.StoredFiles.Where(f => f.Sha256 == file.Sha256).ToListAsync(cancel))
        {
            same.MarkInfected(malware, clock.UtcNow());
            audit.Record("file.infected", same.Sha256[..12], null, malware, agencyId: same.AgencyId);
        }

        await db.SaveChangesAsync(cancel);
        await store.QuarantineAsync(file.Sha256, cancel);
        log.LogWarning("Malware {Malware} was found in file {FileId}; it is in quarantine", malware, file.Id);
    }
}
