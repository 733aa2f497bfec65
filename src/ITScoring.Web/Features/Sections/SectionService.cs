using ITScoring.Data;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Sections;

/// <summary>Saves answers of a form. Incomplete work is always kept; different fields of two people never meet.</summary>
public sealed class SectionService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    /// <summary>Tries of one save whose fields others save at the same instant.</summary>
    public const int Attempts = 3;

    /// <summary>What to say when the store did not take a save (<see cref="StorageFailure"/>).</summary>
    public const string NotWritten = "Máy chủ chưa ghi được dữ liệu, có thể do hết chỗ trên đĩa hoặc đang bận. Nội dung đã nhập còn nguyên; thử lưu lại sau ít phút, nếu vẫn không được thì báo quản trị hệ thống.";

    /// <summary>Stores every touched answer of usable shape in one save.</summary>
    /// <param name="form">Tracked.</param>
    public async Task<SectionSave> SaveAsync(OwnForm form, IReadOnlyList<PostedAnswer> posted, CancellationToken cancel = default)
    {
        var codes = posted.Select(p => p.Question.Code).ToList();
        var answers = await db.Answers.Where(a => a.SubmissionId == form.Submission.Id && codes.Contains(a.QuestionCode)).ToDictionaryAsync(a => a.QuestionCode, cancel);
        var result = new SectionSave { Answers = answers };
        var now = clock.UtcNow();

        foreach (var entry in posted.Where(p => p.IsTouched))
        {
            var question = entry.Question;
            if (form.Submission.MayAnswer(form.Period, user.Actor, question) is { Ok: false } refused)
                return new SectionSave { Refusal = refused };
            if (entry.Problem is { } problem)
            {
                result.Problems[question.Code] = problem;
                continue;
            }

            var answer = answers.GetValueOrDefault(question.Code);
            var (json, text) = entry.On(answer);
            if (answer is not null && entry.Version is { } version && version != answer.Version && (answer.DeclaredJson != json || answer.Note != text))
            {
                result.Conflicts[question.Code] = answer;
                continue;
            }

            if (answer is null)
            {
                if (json is null && text is null)
                    continue;
                answer = answers[question.Code] = new Answer(form.Submission.Id, question.Code);
                db.Answers.Add(answer);
            }

            var (before, note, mark) = (answer.DeclaredJson, answer.Note, answer.TakenOver);
            if (form.Submission.Declare(form.Period, user.Actor, question, answer, json, text, now, entry.TakesOver) is { Ok: false } declared)
                return new SectionSave { Refusal = declared };
            if (before == answer.DeclaredJson && note == answer.Note && mark == answer.TakenOver)
                continue;
            if (before != answer.DeclaredJson)
                audit.Record("answer.declare", question.Code, before, answer.DeclaredJson, null, form.Period.Id, form.Agency.AgencyId);
            if (!mark && answer.TakenOver)
                audit.Record("answer.take-over", question.Code, before, answer.DeclaredJson, null, form.Period.Id, form.Agency.AgencyId);
            if (note != answer.Note)
                audit.Record("answer.note", question.Code, note, answer.Note, null, form.Period.Id, form.Agency.AgencyId);
            result.Saved.Add(question.Code);
        }

        if (result.Saved.Count > 0)
        {
            // The save fails when the form moved on meanwhile; the version itself stays as it is.
            db.Entry(form.Submission).Property(s => s.StateVersion).IsModified = true;
            await db.SaveChangesAsync(cancel);
        }

        return result;
    }
}
