using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Files;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.EvidenceFiles;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.ExplanationEvidence;

/// <summary>Files that support an explanation of the own form.</summary>
internal sealed class ExplanationUpload(AppDbContext db, CurrentUser user, ExplanationEvidenceService evidence, OwnForm form, Explanation explanation, DateTime now) : IUploadTarget
{
    public string Moved => "chưa thêm được vì giải trình vừa được xác nhận, kết luận hoặc có người khác cùng thêm tài liệu. Tải lại trang rồi thử lại.";

    public Outcome MayAdd() => explanation.MayWrite(form.Period, form.Submission, user.Actor, now);

    public async Task<UploadResult> AddAsync(StoredFile file, StoredFile? known, string name, Placing placing, CancellationToken cancel)
    {
        if (await db.Evidence.FirstOrDefaultAsync(e => e.SubmissionId == form.Submission.Id && e.ExplanationId == explanation.Id && e.FileId == file.Id && e.RemovedAt == null, cancel) is { } here)
            return new UploadResult(name, StatusCodes.Status200OK, $"đã có ở giải trình này với tên “{here.Title}”; không thêm lần nữa.");
        var outcome = await evidence.AttachAsync(form, explanation, file, name, cancel);
        if (!outcome.Ok)
            return UploadResult.Refused(name, outcome);
        return new UploadResult(name, StatusCodes.Status200OK, known is null ? "đã lưu." : $"đã lưu; cơ quan đã tải đúng tệp này lên lúc {VietnamTime.Moment(known.UploadedAt)}, hệ thống dùng lại tệp đã có.");
    }
}
