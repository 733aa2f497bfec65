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
            Warnings = [.. state.Findings.All.Where(f => f.Level == CheckLevel.Warning)],
            Notes = notes,
            Unproved = state.Sheet.SumOf(state.UnprovedCriteria(form.Set)).Points,
            Sheet = state.Sheet,
            IsProvisional = form.Period.State < PeriodState.Preliminary,
            CanWrite = user.Can(Permission.FillForm) && form.Submission.LockedAt is null && VerbTable.Check(Verb.Answer, user.Role, form.Period.State, form.Submission.State).Ok,
            ChangedSince = await ChangesAsync(form, state, cancel),
            PresentedBy = presented is null ? null : await db.Users.AsNoTracking().Where(u => u.Id == presented.MovedById).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel),
            PresentedAt = presented?.MovedAt,
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

    private async Task<IReadOnlyList<(Question, string, string)>> ChangesAsync(OwnForm form, FormState.Loaded state, CancellationToken cancel)
    {
        var last = await db.SubmissionReceipts.AsNoTracking().Where(r => r.SubmissionId == form.Submission.Id).OrderByDescending(r => r.Revision).FirstOrDefaultAsync(cancel);
        if (last is null)
            return [];
        var before = FormContent.ValuesOf(last.ContentJson);
        return
        [
            .. form.Set.Questions.Where(q => q.FilledBy == FilledBy.Agency)
                .Select(q => (q, Before: before.GetValueOrDefault(q.Code), After: state.Answers.GetValueOrDefault(q.Code)?.DeclaredJson))
                .Where(c => c.Before != c.After)
                .Select(c => (c.q, AnswerText.Of(c.q, c.Before), AnswerText.Of(c.q, c.After))),
        ];
    }
}
