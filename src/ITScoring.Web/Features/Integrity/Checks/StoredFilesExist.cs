using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Web.Integrations.Files;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>The bytes of every file that is kept lie in the store with the size that they had.</summary>
public sealed class StoredFilesExist(AppDbContext db, IFileStore store) : IIntegrityCheck
{
    public string Name => "Tệp có trong kho tệp";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var findings = new List<IntegrityFinding>();
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        foreach (var file in await db.StoredFiles.AsNoTracking().Where(f => f.DeletedAt == null && f.Scan != ScanState.Infected).OrderBy(f => f.Id).ToListAsync(cancel))
        {
            await using var content = await store.OpenAsync(file.Sha256, cancel);
            if (content?.Length == file.Size)
                continue;
            findings.Add(new(
                content is null ? $"Tệp số {file.Id} (SHA-256 {file.Sha256}) không có trong kho." : $"Tệp số {file.Id} (SHA-256 {file.Sha256}) trong kho dài {content.Length} byte, khi nhận dài {file.Size} byte.",
                agencies.GetValueOrDefault(file.AgencyId, "–"), $"/audit?agency={file.AgencyId}",
                "Chép tệp mang mã này từ bản sao lưu vào thư mục Files:Folder; nếu không còn thì đề nghị cơ quan tải lại đúng tệp ấy."));
        }

        return findings;
    }
}
