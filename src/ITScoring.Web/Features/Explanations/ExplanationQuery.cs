using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Explanations;

/// <summary>Builds the agency's result page.</summary>
public sealed class ExplanationQuery(AppDbContext db, PeriodScores scores, ExplanationService service, TimeProvider clock)
{
    public async Task<ExplanationsPage> PageAsync(OwnForm form, CancellationToken cancel = default)
    {
        var sent = form.Period.State >= PeriodState.Preliminary && form.Submission.IsSubmitted;
        if (!sent)
            return new ExplanationsPage { Form = form, IsSent = false, WindowOpen = false };
        var (declared, verified, final) = (
            (await scores.ScoreAsync(form.Period, AnswerStage.Declared, cancel)).Sheets.Single(s => s.AgencyCode == form.Agency.Code),
            (await scores.ScoreAsync(form.Period, AnswerStage.Verified, cancel)).Sheets.Single(s => s.AgencyCode == form.Agency.Code),
            (await scores.ScoreAsync(form.Period, AnswerStage.Final, cancel)).Sheets.Single(s => s.AgencyCode == form.Agency.Code));
        var id = form.Submission.Id;
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == id).ToDictionaryAsync(a => a.QuestionCode, cancel);
        var verdicts = await db.CriterionVerdicts.AsNoTracking().Where(v => v.SubmissionId == id).ToDictionaryAsync(v => v.CriterionCode, cancel);
        var explanations = (await db.Explanations.AsNoTracking().AsSplitQuery().Include(e => e.Contested).Where(e => e.SubmissionId == id).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.CriterionCode);
        return new ExplanationsPage
        {
            Form = form,
            IsSent = true,
            WindowOpen = form.Period.State == PeriodState.Preliminary && !form.Period.ResponseDeadline!.IsPast(clock.UtcNow()),
            WindowOpenedAt = await service.WindowOpenedAsync(form.Period, cancel),
            DaysLeft = form.Period.ResponseDeadline!.Day.DayNumber - clock.Today().DayNumber,
            Evidence = await db.ExplanationEvidenceAsync([id], cancel),
            Declared = declared,
            Verified = verified,
            Final = final,
            Groups =
            [
                .. form.Set.Groups.Select(g => (g, (IReadOnlyList<ExplanationRow>)
                [
                    .. g.Criteria.Select(c => new ExplanationRow(
                        c,
                        declared.Criterion(c.Code),
                        verified.Criterion(c.Code),
                        final.Criterion(c.Code),
                        verdicts.GetValueOrDefault(c.Code),
                        Adjusted(form.Set, c, answers),
                        Differences.Of(
                            form.Set, c, declared.Criterion(c.Code).Points != verified.Criterion(c.Code).Points, Adjusted(form.Set, c, answers).Count > 0, q => answers.GetValueOrDefault(q)?.ValueAt(AnswerStage.Verified)),
                        [.. explanations[c.Code]])),
                ])),
            ],
        };
    }

    private static List<(Question, string, string, string?)> Adjusted(CriteriaSet set, Criterion criterion, Dictionary<string, Answer> answers) =>
    [
        .. set.QuestionsOf(criterion).Where(q => q.FilledBy == FilledBy.Agency && answers.GetValueOrDefault(q.Code) is { IsAdjusted: true })
            .Select(q => (q, AnswerText.Of(q, answers[q.Code].DeclaredJson), AnswerText.Of(q, answers[q.Code].VerifiedJson), answers[q.Code].VerifiedReason)),
    ];
}
