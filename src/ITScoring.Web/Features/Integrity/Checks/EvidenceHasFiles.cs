using ITScoring.Data;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>Evidence that is a file refers to one that is kept.</summary>
public sealed class EvidenceHasFiles(AppDbContext db, FormPlaces places) : IIntegrityCheck
{
    public string Name => "Tài liệu kiểm chứng dạng tệp có tệp";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var rows = await (
            from evidence in db.Evidence
            where evidence.Kind == EvidenceKind.File && evidence.RemovedAt == null
            join file in db.StoredFiles on evidence.FileId equals file.Id into files
            from file in files.DefaultIfEmpty()
            where file == null || file.DeletedAt != null
            orderby evidence.Id
            select new { evidence.Id, evidence.SubmissionId, evidence.FileName, IsDeleted = file != null }).ToListAsync(cancel);
        var findings = new List<IntegrityFinding>();
        foreach (var row in rows)
        {
            var (where, link) = await places.OfAsync(row.SubmissionId, cancel);
            findings.Add(new(
                row.IsDeleted ? $"Tệp “{row.FileName}” đã bị xóa khỏi kho nhưng tài liệu vẫn dùng nó." : $"Tài liệu “{row.FileName}” không trỏ đến tệp nào.", where, link,
                "Đề nghị cơ quan tải lại tệp, hoặc khôi phục dòng và tệp từ bản sao lưu."));
        }

        return findings;
    }
}
