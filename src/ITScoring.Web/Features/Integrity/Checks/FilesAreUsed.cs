using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Web.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>Nothing is kept that nothing refers to: the sweep takes it away a day later.</summary>
public sealed class FilesAreUsed(AppDbContext db, IFileStore store, TimeProvider clock) : IIntegrityCheck
{
    // The sweep runs every hour; one that was just due is no finding.
    private static readonly TimeSpan Late = 2 * FileSweep.Grace;

    private const string Mend = "Cổng tự dọn mỗi giờ: xem nhật ký chạy có lỗi “sweep of files failed” không, và tài khoản chạy cổng có quyền xóa trong thư mục Files:Folder không.";

    public string Name => "Không giữ tệp mà không nơi nào dùng";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var before = clock.UtcNow() - Late;
        var rows = await db.StoredFiles.AsNoTracking()
            .Where(f => f.DeletedAt == null && f.Scan != ScanState.Infected && f.LastUsedAt < before && !db.Evidence.Any(e => e.FileId == f.Id) && !db.SignedDocuments.Any(d => d.FileId == f.Id) && !db.GuidanceDocuments.Any(d => d.FileId == f.Id))
            .OrderBy(f => f.Id).Select(f => new { f.Id, f.Sha256, f.AgencyId }).ToListAsync(cancel);
        var findings = rows.Select(f => new IntegrityFinding($"Không nơi nào dùng tệp số {f.Id} (SHA-256 {f.Sha256}).", "cơ sở dữ liệu", $"/audit?agency={f.AgencyId}", Mend)).ToList();
        foreach (var old in (await store.KeptBeforeAsync(before, cancel)).Chunk(500))
        {
            var known = await db.StoredFiles.Where(f => f.DeletedAt == null && old.Contains(f.Sha256)).Select(f => f.Sha256).ToListAsync(cancel);
            findings.AddRange(old.Except(known).Order(StringComparer.Ordinal).Select(hash => new IntegrityFinding($"Kho có tệp {hash} mà cơ sở dữ liệu không biết.", "kho tệp", null, Mend)));
        }

        return findings;
    }
}
