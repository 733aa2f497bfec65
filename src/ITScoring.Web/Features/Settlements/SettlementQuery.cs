using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Settlements;

/// <summary>Reads explanations for whoever settles them: never the home agency's.</summary>
public sealed class SettlementQuery(AppDbContext db, CriteriaSetCache sets, PeriodScores scores, CurrentUser user)
{
    /// <summary>Whether somebody may read the confirmed explanations of an agency: a reviewer of another house without a conflict of interest, and the manager.</summary>
    public static bool Sees(CurrentUser user, Period period, int agencyId) => user.Role switch
    {
        Role.PeriodManager => true,
        Role.Reviewer => period.Barred(user.Actor, agencyId) is null,
        _ => false,
    };

    /// <summary>Drops what was read and changed, so that the next look sees what others have saved.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    public async Task<SettlementsPage> ListAsync(string? code, int number, CancellationToken cancel = default)
    {
        List<Period> periods = [.. (await db.Periods.AsNoTracking().ToListAsync(cancel)).Where(p => p.ResponseDeadlineUtc is not null).OrderByDescending(p => p.Year)];
        var wanted = code ?? periods.FirstOrDefault(p => p.State == PeriodState.Preliminary)?.Code ?? periods.FirstOrDefault()?.Code;
        if (wanted is null || await FindPeriodAsync(wanted, cancel) is not { } period)
            return new SettlementsPage(null, periods, [], new Paged<int>([], 1));
        var set = await sets.GetAsync(period, cancel);
        var submissions = (await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToListAsync(cancel)).Where(s => Sees(user, period, s.AgencyId)).ToDictionary(s => s.Id);
        var ids = submissions.Keys.ToList();
        var mine = db.Explanations.AsNoTracking().Where(e => ids.Contains(e.SubmissionId) && e.State != ExplanationState.Drafted);
        var page = new Paged<int>(await mine.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancel), number);
        var explanations = await mine.AsSplitQuery().Where(e => page.Rows.Contains(e.Id)).Include(e => e.Contested).OrderBy(e => e.Id).ToListAsync(cancel);
        var forms = explanations.Select(e => e.SubmissionId).Distinct().ToList();
        var verdicts = (await db.CriterionVerdicts.AsNoTracking().Where(v => forms.Contains(v.SubmissionId) && (v.JudgedById == user.UserId || v.ReviewerId == user.UserId)).ToListAsync(cancel)).ToLookup(v => (v.SubmissionId, v.CriterionCode));
        var answers = (await db.Answers.AsNoTracking().Where(a => forms.Contains(a.SubmissionId) && a.VerifiedById == user.UserId).ToListAsync(cancel)).ToLookup(a => a.SubmissionId);
        return new SettlementsPage(
            period,
            periods,
            [
                .. explanations.Select(e => new SettlementRow(
                    period.FindAgency(submissions[e.SubmissionId].AgencyId)!,
                    set.FindCriterion(e.CriterionCode)!,
                    e,
                    e.MaySettle(period, submissions[e.SubmissionId], user.Actor, verdicts[(e.SubmissionId, e.CriterionCode)].FirstOrDefault(), [.. answers[e.SubmissionId]]).Ok)),
            ],
            page);
    }

    public Task<Period?> FindPeriodAsync(string code, CancellationToken cancel = default) =>
        db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).FirstOrDefaultAsync(p => p.Code == code && p.State != PeriodState.Draft, cancel);

    /// <summary>The latest explanation of an agency on a criterion that the head has confirmed; null: none, or the home agency's.</summary>
    public async Task<SettlementCase?> FindAsync(string periodCode, string agencyCode, string criterionCode, CancellationToken cancel = default)
    {
        if (await FindPeriodAsync(periodCode, cancel) is not { } period || period.FindAgency(agencyCode) is not { } agency || !Sees(user, period, agency.AgencyId))
            return null;
        var set = await sets.GetAsync(period, cancel);
        if (set.CriterionAt(criterionCode) is not { } criterion)
            return null;
        if (await db.Submissions.FirstOrDefaultAsync(s => s.PeriodId == period.Id && s.AgencyId == agency.AgencyId, cancel) is not { } submission)
            return null;
        var explanation = await db.Explanations.Include(e => e.Contested)
            .Where(e => e.SubmissionId == submission.Id && e.CriterionCode == criterion.Code && e.State != ExplanationState.Drafted).OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancel);
        return explanation is null ? null : new SettlementCase(period, agency, submission, explanation, set, criterion);
    }

    /// <param name="input">What was typed; its values are tried when they can be read. Null: the claims are.</param>
    /// <param name="problems">What the domain refused, by question code.</param>
    public async Task<SettlementPage> PageAsync(SettlementCase found, SettlementInput? input = null, IReadOnlyDictionary<string, string>? problems = null, CancellationToken cancel = default)
    {
        var (period, agency, submission, explanation, _, criterion) = found;
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == submission.Id).ToDictionaryAsync(a => a.QuestionCode, cancel);
        var verdict = await db.CriterionVerdicts.AsNoTracking().FirstOrDefaultAsync(v => v.SubmissionId == submission.Id && v.CriterionCode == criterion.Code, cancel);
        var may = explanation.MaySettle(period, submission, user.Actor, verdict, answers.Values);
        var (before, after) = await EffectAsync(found, input, cancel);
        return new SettlementPage(
            found,
            verdict,
            await db.Users.AsNoTracking().Where(u => u.Id == explanation.WrittenById).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel) ?? "–",
            [.. explanation.Contested.Select(c => Value(found, c, answers.GetValueOrDefault(c.QuestionCode), input, problems))],
            [.. (await db.ExplanationEvidenceAsync([submission.Id], cancel))[explanation.Id]],
            before.Sheets.Single(s => s.AgencyCode == agency.Code).Criterion(criterion.Code),
            after.Sheets.Single(s => s.AgencyCode == agency.Code).Criterion(criterion.Code),
            ScoreMovement.Between(before, after),
            BestMove.Between(period, agency.BlockCode, before, after),
            input is { Accepts: true },
            input?.Conclusion ?? "",
            input?.Reason ?? "",
            may.Ok ? null : may.Problems[0]);
    }

    /// <summary>All sheets without the conclusion and with it: the claims or what was typed while it is open, what became final once it is accepted.</summary>
    private async Task<(CohortResult Before, CohortResult After)> EffectAsync(SettlementCase found, SettlementInput? input, CancellationToken cancel)
    {
        var now = await scores.ScoreAsync(found.Period, AnswerStage.Final, cancel);
        var explanation = found.Explanation;
        if (explanation.State == ExplanationState.Confirmed)
        {
            var values = input is { Accepts: true } ? input.Values(explanation) : [.. explanation.Contested.Select(c => new ValueAdjustment(c.QuestionCode, c.ClaimedJson))];
            return (now, await scores.TryAsync(found.Period, AnswerStage.Final, found.Agency.Code, values.ToDictionary(v => v.QuestionCode, v => Read(found, v.QuestionCode, v.Json)), cancel));
        }

        if (explanation.State != ExplanationState.Accepted)
            return (now, now);
        var codes = explanation.Contested.Select(c => c.QuestionCode).ToList();
        var former = await (
            from change in db.AnswerChanges.AsNoTracking()
            join answer in db.Answers.AsNoTracking() on change.AnswerId equals answer.Id
            where answer.SubmissionId == explanation.SubmissionId && codes.Contains(answer.QuestionCode) && change.Stage == AnswerStage.Final && change.ChangedAt == explanation.SettledAt
            select new { answer.QuestionCode, change.From }).ToListAsync(cancel);
        return (await scores.TryAsync(found.Period, AnswerStage.Final, found.Agency.Code, former.DistinctBy(f => f.QuestionCode).ToDictionary(f => f.QuestionCode, f => Read(found, f.QuestionCode, f.From)), cancel), now);
    }

    private static SettlementValue Value(SettlementCase found, ContestedValue contested, Answer? answer, SettlementInput? input, IReadOnlyDictionary<string, string>? problems)
    {
        var question = found.Set.FindQuestion(contested.QuestionCode)!;
        var id = (SettlementInput.Prefix + question.Code).ToLowerInvariant();
        var typed = input?.Final.GetValueOrDefault(question.Code);
        var problem = input is { Accepts: true } ? typed?.Problem ?? problems?.GetValueOrDefault(question.Code) : null;
        var describedBy = problem is null ? null : id + "-f";
        var final = found.Explanation.State switch
        {
            ExplanationState.Accepted => contested.FinalJson,
            ExplanationState.Confirmed when input is { Accepts: true } => input.Values(found.Explanation).First(v => v.QuestionCode == question.Code).Json,
            _ => null,
        };
        return new SettlementValue(
            question,
            AnswerText.Of(question, answer?.DeclaredJson),
            AnswerText.Of(question, answer?.ValueAt(AnswerStage.Verified)),
            AnswerText.Of(question, contested.ClaimedJson),
            answer?.VerifiedReason,
            found.Explanation.State == ExplanationState.Accepted || input is { Accepts: true } ? AnswerText.Of(question, final) : null,
            typed is { IsSent: true }
                ? QuestionField.Typed(question, typed, SettlementInput.Prefix, problem is not null, describedBy, id + "-t")
                : QuestionField.Of(question, AnswerText.Value(question, contested.ClaimedJson), SettlementInput.Prefix, invalid: problem is not null, describedBy: describedBy, labelledBy: id + "-t"),
            problem);
    }

    private static AnswerValue? Read(SettlementCase found, string code, string? json) => AnswerText.Value(found.Set.FindQuestion(code)!, json);
}
