using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Checks;

/// <summary>Builds the whole form on one page, for the editor's check and for the head's sign-off.</summary>
public sealed class CheckQuery(AppDbContext db, FormState forms, FormDeadlines deadlines, CurrentUser user, IOptions<PortalOptions> portal)
{
    /// <param name="typed">Notes just typed, by finding code, shown again after a refusal.</param>
    public async Task<CheckPage> PageAsync(OwnForm form, IReadOnlyDictionary<string, string?>? typed = null, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var byQuestion = form.Set.Questions.ToDictionary(q => q.Code, q => state.Findings.For(q.Code).ToList());
        var notes = state.Notes.ToDictionary(n => n.Key, n => n.Value.Text);
        foreach (var (code, text) in typed ?? new Dictionary<string, string?>())
            notes[code] = text ?? "";
        var presented = await db.SubmissionMoves.AsNoTracking().Where(m => m.SubmissionId == form.Submission.Id && m.Verb == Verb.Present).OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancel);
        return new CheckPage
        {
            Form = form,
            Deadline = await deadlines.OfAsync(form.Period, form.Agency, form.Submission, cancel),
            Sections = [.. form.Set.Sections.Select(s => (s, (IReadOnlyList<CheckRow>)[.. form.Set.QuestionsIn(s.Code).Select(q => Row(state, q, byQuestion[q.Code]))]))],
            Errors = [.. state.Findings.All.Where(f => f.Level == CheckLevel.Error)],
            AskedBack = [.. state.Findings.All.Where(f => f.Level == CheckLevel.Warning).Select(f => AskBack(form, state, f))],
            Infos = Infos(form, state),
            Notes = notes,
            Unproved = state.Sheet.SumOf(state.UnprovedCriteria(form.Set)).Points,
            Sheet = state.Sheet,
            IsProvisional = form.Period.State < PeriodState.Preliminary,
            CanWrite = user.Can(Permission.FillForm) && form.Submission.LockedAt is null && VerbTable.Check(Verb.Answer, user.Role, form.Period.State, form.Submission.State).Ok,
            ChangedSince = await ChangesAsync(form, state, cancel),
            PresentedBy = presented is null ? null : await db.Users.AsNoTracking().Where(u => u.Id == presented.MovedById).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel),
            PresentedAt = presented?.MovedAt,
            Signs = user.Can(Permission.SignOff) ? await SignatureAsync(cancel) : null,
        };
    }

    private CheckRow Row(FormState.Loaded state, Question question, List<Finding> findings)
    {
        var value = state.Values.GetValueOrDefault(question.Code);
        var asked = state.Findings.Asked.Contains(question.Code);
        return new CheckRow(
            question,
            value is null && !asked ? "Không phải trả lời" : value is null && question.FilledBy == FilledBy.Inspector ? $"{portal.Value.LeadAgencyShort} điền khi thẩm tra" : AnswerText.Of(question, value),
            value is not null,
            asked,
            state.Answers.GetValueOrDefault(question.Code)?.Note,
            state.Evidence.OfQuestion(question.Code),
            findings.Any(f => f.Level == CheckLevel.Error),
            findings.Any(f => f.Level == CheckLevel.Warning && !state.Notes.ContainsKey(f.Code)));
    }

    private static AskedBack AskBack(OwnForm form, FormState.Loaded state, Finding finding) => new(
        finding,
        [.. finding.Questions.Select(code => form.Set.FindQuestion(code)!).Select(q => (
            q.Code,
            AnswerText.Of(q, state.Values.GetValueOrDefault(q.Code)),
            state.Previous.TryGetValue(q.Code, out var last) ? AnswerText.Of(q, last) : null))],
        state.Notes.ContainsKey(finding.Code));

    private IReadOnlyList<(string, IReadOnlyList<Question>)> Infos(OwnForm form, FormState.Loaded state)
    {
        var open = form.Set.Questions.Where(q => state.Findings.Asked.Contains(q.Code) && !state.Values.ContainsKey(q.Code)).ToList();
        var infos = new List<(string Text, IReadOnlyList<Question> Questions)>
        {
            ("Câu không bắt buộc chưa trả lời", [.. open.Where(q => q is { FilledBy: FilledBy.Agency, Required: false })]),
            ($"Câu {portal.Value.LeadAgencyShort} điền khi thẩm tra, chưa có điểm", [.. open.Where(q => q.FilledBy == FilledBy.Inspector)]),
            ("Câu không phải trả lời theo các câu khác", [.. form.Set.Questions.Where(q => q.FilledBy == FilledBy.Agency && !state.Findings.Asked.Contains(q.Code) && !state.Values.ContainsKey(q.Code))]),
        };
        return [.. infos.Where(i => i.Questions.Count > 0)];
    }

    private async Task<Signature> SignatureAsync(CancellationToken cancel)
    {
        var title = await db.Users.AsNoTracking().Where(u => u.Id == user.UserId).Select(u => u.JobTitle).FirstOrDefaultAsync(cancel);
        return Signature.Of(user.Role, title, user.DisplayName);
    }

    private async Task<IReadOnlyList<FormChange>> ChangesAsync(OwnForm form, FormState.Loaded state, CancellationToken cancel)
    {
        var last = await db.SubmissionReceipts.AsNoTracking().Where(r => r.SubmissionId == form.Submission.Id).OrderByDescending(r => r.Revision).FirstOrDefaultAsync(cancel);
        if (last is null)
            return [];
        var (before, now) = (last.ContentJson, FormContent.Of(form.Set, form.Agency.Code, form.Period.Code, state.Answers.Values, [.. state.Evidence]).Json);
        var changes = new List<FormChange>();
        var (valuesBefore, valuesNow) = (FormContent.ValuesOf(before), FormContent.ValuesOf(now));
        var (notesBefore, notesNow) = (FormContent.NotesOf(before), FormContent.NotesOf(now));
        var (evidenceBefore, evidenceNow) = (FormContent.EvidenceOf(before), FormContent.EvidenceOf(now));
        foreach (var q in form.Set.Questions.Where(q => q.FilledBy == FilledBy.Agency))
        {
            Add(q, "", AnswerText.Of(q, valuesBefore.GetValueOrDefault(q.Code)), AnswerText.Of(q, valuesNow.GetValueOrDefault(q.Code)));
            Add(q, "ghi chú", notesBefore.GetValueOrDefault(q.Code, "Không có"), notesNow.GetValueOrDefault(q.Code, "Không có"));
            Add(q, "tài liệu kiểm chứng", Documents(evidenceBefore, q), Documents(evidenceNow, q));
        }

        return changes;

        void Add(Question question, string what, string was, string isNow)
        {
            if (was != isNow)
                changes.Add(new FormChange(question, what, was, isNow));
        }

        static string Documents(Dictionary<string, List<HandedInDocument>> evidence, Question question) =>
            evidence.TryGetValue(question.Code, out var documents) ? string.Join("; ", documents) : "Không có";
    }
}
