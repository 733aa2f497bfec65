using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Files;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.EvidenceFiles;

/// <summary>Files that prove the answer to a question of the own form.</summary>
internal sealed class QuestionUpload(AppDbContext db, CurrentUser user, EvidenceService evidence, OwnForm form, Question question) : IUploadTarget
{
    public string Moved => "phiếu vừa được trình, ký nộp hoặc khóa nên chưa thêm được tệp. Tải lại trang để xem trạng thái phiếu.";

    public Outcome MayAdd() => form.Submission.MayAnswer(form.Period, user.Actor, question);

    public async Task<UploadResult> AddAsync(StoredFile file, StoredFile? known, string name, Placing placing, CancellationToken cancel)
    {
        var same = (await db.CurrentEvidenceAsync(form.Submission.Id, cancel)).Where(e => e.FileId == file.Id).ToList();
        if (same.Any(e => e.Id == placing.Replaces))
            return new UploadResult(name, 422, "giống hệt tệp đang có nên không thay gì. Chọn tệp khác, hoặc đổi tên tệp đang có.");
        var here = same.FirstOrDefault(e => e.IsUsedFor(question.Code));
        if (here is not null && placing.Replaces is null)
        {
            var again = await evidence.ReuseAsync(form, question, here.Id, placing.Part, cancel);
            return again is { Ok: false } ? UploadResult.Refused(name, again) : new UploadResult(name, 200, $"đã có ở câu này với tên “{here.Title}”; không thêm lần nữa.");
        }

        if (same.FirstOrDefault() is { } other && placing.Replaces is null)
        {
            var reused = await evidence.ReuseAsync(form, question, other.Id, placing.Part, cancel);
            return reused is { Ok: false } ? UploadResult.Refused(name, reused) : new UploadResult(name, 200, $"đã có trong phiếu với tên “{other.Title}”; dùng lại tệp đó cho câu này.");
        }

        var outcome = await evidence.AttachAsync(form, question, file, name, placing, cancel);
        if (!outcome.Ok)
            return UploadResult.Refused(name, outcome);
        return new UploadResult(name, 200, known is null ? "đã lưu." : $"đã lưu; cơ quan đã tải đúng tệp này lên lúc {VietnamTime.Moment(known.UploadedAt)}, hệ thống dùng lại tệp đã có.");
    }
}
