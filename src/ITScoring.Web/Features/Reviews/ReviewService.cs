using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The reviewer's acts on one form. Two reviewers who save at the same instant are both kept.</summary>
public sealed class ReviewService(AppDbContext db, CurrentUser user, AuditLog audit, WorkingCalendar calendar, PreviousAnswers previous, FormNotices notices, TimeProvider clock)
{
    public async Task<Outcome> AgreeAsync(ReviewForm form, Criterion criterion, CancellationToken cancel = default)
    {
        var before = form.Review.VerdictOn(criterion.Code)?.Kind;
        var outcome = form.Review.Agree(user.Actor, criterion, clock.UtcNow());
        if (outcome.Ok)
            await SaveAsync(form, "verdict.agree", criterion.Code, before?.ToString(), nameof(VerdictKind.Agreed), null, cancel);
        return outcome;
    }

    /// <summary>Agrees to many criteria in one save; those that need a value from the reviewer are named and left.</summary>
    public async Task<Outcome> AgreeAllAsync(ReviewForm form, IReadOnlyList<Criterion> criteria, CancellationToken cancel = default)
    {
        var problems = new List<OutcomeProblem>();
        foreach (var criterion in criteria)
        {
            var before = form.Review.VerdictOn(criterion.Code)?.Kind;
            var outcome = form.Review.Agree(user.Actor, criterion, clock.UtcNow());
            if (outcome is { Refusal: RefusalKind.Input })
                problems.AddRange(outcome.Problems.Select(p => new OutcomeProblem($"{criterion.Code}: {p}")));
            else if (!outcome.Ok)
                return outcome;
            else
                audit.Record("verdict.agree", criterion.Code, before?.ToString(), nameof(VerdictKind.Agreed), null, form.Period.Id, form.Agency.AgencyId);
        }

        AddNew(form);
        await db.SaveChangesAsync(cancel);
        return problems.Count > 0 ? Outcome.Input(problems) : Outcome.Done;
    }

    /// <summary>Stores verified values under a criterion and the verdict that follows.</summary>
    public async Task<Outcome> AdjustAsync(ReviewForm form, Criterion criterion, IReadOnlyList<ValueAdjustment> values, string? reason, CancellationToken cancel = default)
    {
        var before = values.ToDictionary(v => v.QuestionCode, v => form.Review.AnswerTo(v.QuestionCode)?.ValueAt(AnswerStage.Verified));
        var verdict = form.Review.VerdictOn(criterion.Code)?.Kind;
        var outcome = form.Review.Adjust(user.Actor, criterion, values, reason, clock.UtcNow());
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        foreach (var value in values.Where(v => before[v.QuestionCode] != v.Json))
            audit.Record("answer.verify", value.QuestionCode, before[value.QuestionCode], value.Json, reason, form.Period.Id, form.Agency.AgencyId);
        RecordLookAgain(form, form.Review.Touched.Where(v => v.CriterionCode != criterion.Code));
        await SaveAsync(form, "verdict.adjust", criterion.Code, verdict?.ToString(), form.Review.VerdictOn(criterion.Code)!.Kind.ToString(), reason, cancel);
        return outcome;
    }

    /// <summary>Changes the verified value of a question that feeds no criterion.</summary>
    public async Task<Outcome> AdjustUnscoredAsync(ReviewForm form, Question question, string? json, string? reason, CancellationToken cancel = default)
    {
        var before = form.Review.AnswerTo(question.Code)?.ValueAt(AnswerStage.Verified);
        var outcome = form.Review.AdjustUnscored(user.Actor, question, json, reason, clock.UtcNow());
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        RecordLookAgain(form, form.Review.Touched);
        if (before != json)
            await SaveAsync(form, "answer.verify", question.Code, before, json, reason, cancel);
        return outcome;
    }

    public async Task<Outcome> ReturnAsync(ReviewForm form, IReadOnlyList<ReturnItem> items, Deadline deadline, CancellationToken cancel = default)
    {
        var before = form.Submission.State;
        var outcome = form.Submission.Return(form.Period, user.Actor, form.Set, items, deadline, clock.UtcNow());
        if (outcome.Ok)
        {
            foreach (var item in items)
                audit.Record("answer.return", item.QuestionCode, null, null, item.Reason, form.Period.Id, form.Agency.AgencyId);
            await notices.ReturnedAsync(form.Period, form.Agency, form.Submission, form.Set, items, deadline, cancel);
            await SaveAsync(form, "submission.return", form.Agency.Code, before.ToString(), form.Submission.State.ToString(), deadline.Wording, cancel);
        }

        return outcome;
    }

    public async Task<Outcome> FinishAsync(ReviewForm form, CancellationToken cancel = default)
    {
        var before = form.Submission.State;
        var undecided = form.Review.Undecided(await ApplicableAsync(form, cancel));
        var outcome = form.Submission.Finish(form.Period, user.Actor, undecided, clock.UtcNow());
        if (outcome.Ok)
        {
            form.Period.RaiseCohortVersion();
            await SaveAsync(form, "submission.finish", form.Agency.Code, before.ToString(), form.Submission.State.ToString(), null, cancel);
        }

        return outcome;
    }

    public async Task<Outcome> ReopenAsync(ReviewForm form, string? reason, CancellationToken cancel = default)
    {
        var before = form.Submission.State;
        var outcome = form.Submission.Reopen(form.Period, user.Actor, reason, clock.UtcNow());
        if (outcome.Ok)
            await SaveAsync(form, "submission.reopen", form.Agency.Code, before.ToString(), form.Submission.State.ToString(), reason, cancel);
        return outcome;
    }

    /// <summary>Codes of the criteria that apply on the verified values.</summary>
    public async Task<IReadOnlySet<string>> ApplicableAsync(ReviewForm form, CancellationToken cancel = default) =>
        (await SheetAsync(form, AnswerStage.Verified, cancel)).Criteria.Where(c => c.Applicable).Select(c => c.Code).ToHashSet();

    /// <summary>The form's sheet on one stage's values, without the cohort: good for what applies, not for best-of-cohort points.</summary>
    private async Task<ScoreSheet> SheetAsync(ReviewForm form, AnswerStage stage, CancellationToken cancel)
    {
        var timeliness = form.Submission.TimelinessAt(clock.UtcNow(), form.Period.DeadlineOf(form.Agency), await calendar.GetAsync(cancel));
        var own = new CohortAgency(
            form.Agency.Code, form.Agency.Name, form.Agency.BlockCode, form.Agency.IsRanked,
            PeriodScores.Values(form.Set, form.Answers, stage, timeliness),
            await previous.OfAsync(form.Period, form.Agency.AgencyId, cancel));
        return Scorer.ScoreProvisionally(form.Set, own, new Dictionary<string, Rational>());
    }

    private void RecordLookAgain(ReviewForm form, IEnumerable<CriterionVerdict> verdicts)
    {
        foreach (var again in verdicts)
            audit.Record("verdict.look-again", again.CriterionCode, null, nameof(VerdictKind.NeedsReview), again.ReviewAgainBecause, form.Period.Id, form.Agency.AgencyId);
    }

    private async Task SaveAsync(ReviewForm form, string action, string subject, string? from, string? to, string? reason, CancellationToken cancel)
    {
        audit.Record(action, subject, from, to, reason, form.Period.Id, form.Agency.AgencyId);
        AddNew(form);
        await db.SaveChangesAsync(cancel);
    }

    private void AddNew(ReviewForm form)
    {
        db.Answers.AddRange(form.Review.NewAnswers);
        db.CriterionVerdicts.AddRange(form.Review.NewVerdicts);
        form.Review.NewAnswers.Clear();
        form.Review.NewVerdicts.Clear();
    }
}
