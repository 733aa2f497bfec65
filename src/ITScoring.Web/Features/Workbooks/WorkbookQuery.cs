using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>Gathers what a form's workbook is made of.</summary>
public sealed class WorkbookQuery(AppDbContext db, CurrentUser user, FormState forms, IOptions<PortalOptions> portal, TimeProvider clock)
{
    public async Task<FormWorkbookContent> ContentAsync(OwnForm form, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var now = clock.UtcNow();
        var questions = form.Set.Questions.ToDictionary(q => q.Code, q => Question(form, state, q));
        var marks = FormWorkbookLayout.Of(form.Set, q => FormWorkbook.LinesOf(questions[q.Code]))
            .ToDictionary(p => p.Question.Code, p => Mark(p, state.Answers.GetValueOrDefault(p.Question.Code), questions[p.Question.Code].Value));
        return new FormWorkbookContent(
            form.Set,
            form.Period.Title,
            form.Agency.Name,
            Facts(form, now),
            form.Period.IsDemo ? DemoNotice.Text : null,
            new FormWorkbookStamp(form.Period.Code, form.Agency.Code, form.Set.Code, form.Set.Version, await SetSha256Async(form, cancel), now, marks),
            questions);
    }

    /// <summary>Hash of the criteria set as stored: the same code and version with other content is another set.</summary>
    public Task<string> SetSha256Async(OwnForm form, CancellationToken cancel = default) =>
        db.CriteriaSetVersions.Where(v => v.Id == form.Period.CriteriaSetVersionId).Select(v => v.Sha256).SingleAsync(cancel);

    private FormWorkbookQuestion Question(OwnForm form, FormState.Loaded state, Question question)
    {
        var answer = state.Answers.GetValueOrDefault(question.Code);
        var value = question.FilledBy == FilledBy.System ? state.Values.GetValueOrDefault(question.Code) : AnswerText.Value(question, answer?.DeclaredJson);
        return new FormWorkbookQuestion(
            question,
            value,
            answer?.Note,
            state.Previous.GetValueOrDefault(question.Code),
            form.Submission.MayAnswer(form.Period, user.Actor, question).Ok,
            [.. Remarks(form, question)]);
    }

    private IEnumerable<string> Remarks(OwnForm form, Question question)
    {
        if (form.Submission.State == SubmissionState.Returned && form.Submission.OpenReturn?.Items.FirstOrDefault(i => i.QuestionCode == question.Code) is { } item)
            yield return $"Lý do trả lại: {item.Reason}";
        if (question.FilledBy == FilledBy.Inspector)
            yield return $"{portal.Value.LeadAgencyShort} điền.";
        else if (question.FilledBy == FilledBy.System)
            yield return "Hệ thống tự xác định.";
        if (question.AskWhen is { } condition)
            yield return $"Chỉ trả lời khi {condition.InWords()}.";
        if (question.Help is { } help)
            yield return help;
        if (question is { FilledBy: FilledBy.Agency, Evidence: EvidenceNeed.Required })
            yield return "Có kê khai thì cần tài liệu kiểm chứng, nộp trên cổng.";
    }

    private static FormWorkbookMark Mark(FormWorkbookPlace place, Answer? answer, AnswerValue? value)
    {
        var cells = FormWorkbookCells.Of(place, value);
        return new FormWorkbookMark(
            answer?.Version ?? 0,
            PostedAnswer.Fingerprint(answer?.DeclaredJson, null),
            PostedAnswer.Fingerprint(null, answer?.Note),
            WorkbookAnswerReader.Read(place, at => cells.GetValueOrDefault(at, WorkbookCell.Empty)).Fingerprint,
            place.Lines);
    }

    private (string Name, string Text)[] Facts(OwnForm form, DateTime now) =>
    [
        ("Kỳ đánh giá", form.Period.Title),
        ("Kỳ số liệu", $"từ {VietnamTime.Day(form.Period.DataFrom!.Value)} đến hết {VietnamTime.Day(form.Period.DataThrough!.Value)}"),
        ("Hạn nộp", $"{form.Deadline.Wording}, thủ trưởng cơ quan ký nộp trên cổng"),
        ("Bộ tiêu chí", $"{form.Set.Code}, phiên bản {form.Set.Version}"),
        ("Trạng thái phiếu", form.Submission.State.Name()),
        ("Tải xuống lúc", VietnamTime.Moment(now)),
        ("Liên hệ", portal.Value.Contact),
    ];
}
