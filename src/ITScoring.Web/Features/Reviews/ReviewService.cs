using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The reviewer's acts on one form. Two reviewers who save at the same instant are both kept.</summary>
public sealed class ReviewService(
    AppDbContext db, CurrentUser user, AuditLog audit, WorkingCalendar calendar, PreviousAnswers previous, FormNotices notices, ReviewDrafts drafts, MovementWatch watch, TimeProvider clock)
{
    public Task<Outcome> AgreeAsync(ReviewForm form, Criterion criterion, CancellationToken cancel = default) =>
        JudgeAsync(form, criterion, "verdict.agree", null, r => r.Agree(user.Actor, criterion, clock.UtcNow()), cancel);

    /// <summary>The agency is to be asked for more.</summary>
    public Task<Outcome> RequestSupplementAsync(ReviewForm form, Criterion criterion, string? reason, CancellationToken cancel = default) =>
        JudgeAsync(form, criterion, "verdict.request-supplement", reason, r => r.RequestSupplement(user.Actor, criterion, reason, clock.UtcNow()), cancel);

    /// <summary>Puts the criterion before the council.</summary>
    public Task<Outcome> ReferAsync(ReviewForm form, Criterion criterion, string? reason, CancellationToken cancel = default) =>
        JudgeAsync(form, criterion, "verdict.refer", reason, r => r.Refer(user.Actor, criterion, reason, clock.UtcNow()), cancel);

    /// <summary>Agrees to many criteria in one save; those that need a value from the reviewer are named and left.</summary>
    public async Task<Outcome> AgreeAllAsync(ReviewForm form, IReadOnlyList<Criterion> criteria, CancellationToken cancel = default)
    {
        var problems = new List<OutcomeProblem>();
        var agreed = new List<Criterion>();
        foreach (var criterion in criteria)
        {
            var before = form.Review.VerdictOn(criterion.Code)?.Kind;
            var outcome = form.Review.Agree(user.Actor, criterion, clock.UtcNow());
            if (outcome is { Refusal: RefusalKind.Input or RefusalKind.WrongState } && form.Submission.CheckReviewer(Verb.Judge, form.Period, user.Actor).Ok)
                problems.AddRange(outcome.Problems.Select(p => new OutcomeProblem($"{criterion.Code}: {p}")));
            else if (!outcome.Ok)
                return outcome;
            else
            {
                RecordVerdict(form, criterion, "verdict.agree", before, null);
                agreed.Add(criterion);
            }
        }

        await drafts.DropAsync(form, agreed, cancel);
        AddNew(form);
        await db.SaveChangesAsync(cancel);
        return problems.Count > 0 ? Outcome.Input(problems) : Outcome.Done;
    }

    /// <summary>Stores verified values under a criterion and the verdict that follows; the next page tells whose points and ranks moved.</summary>
    public async Task<Outcome> AdjustAsync(ReviewForm form, Criterion criterion, IReadOnlyList<ValueAdjustment> values, string? reason, CancellationToken cancel = default)
    {
        var before = form.Verified(values);
        Task<Outcome> ChangeAsync() => JudgeAsync(form, criterion, "verdict.adjust", reason, r =>
        {
            var outcome = r.Adjust(user.Actor, criterion, values, reason, clock.UtcNow());
            if (outcome.Ok)
                audit.RecordVerified(form, values, before, reason);
            return outcome;
        }, cancel);
        return values.All(v => before[v.QuestionCode] == v.Json) ? await ChangeAsync() : await watch.DuringAsync(form.Period, AnswerStage.Verified, ChangeAsync, cancel);
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

        audit.RecordLookAgain(form.Review.Touched, form.Period.Id, form.Agency.AgencyId);
        if (before != json)
            await SaveAsync(form, "answer.verify", question.Code, before, json, reason, cancel);
        return outcome;
    }

    private async Task<Outcome> JudgeAsync(ReviewForm form, Criterion criterion, string action, string? reason, Func<Review, Outcome> judge, CancellationToken cancel)
    {
        var before = form.Review.VerdictOn(criterion.Code)?.Kind;
        var outcome = judge(form.Review);
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        RecordVerdict(form, criterion, action, before, reason);
        await drafts.DropAsync(form, [criterion], cancel);
        AddNew(form);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    private void RecordVerdict(ReviewForm form, Criterion criterion, string action, VerdictKind? before, string? reason)
    {
        audit.RecordLookAgain(form.Review.Touched.Where(v => v.CriterionCode != criterion.Code), form.Period.Id, form.Agency.AgencyId);
        var now = form.Review.VerdictOn(criterion.Code)!;
        audit.Record(action, criterion.Code, before?.ToString(), now.Kind.ToString(), now.Kind == VerdictKind.ReferredToCouncil ? now.Reason : reason, form.Period.Id, form.Agency.AgencyId);
    }

    /// <param name="letter">The official letter that goes with it.</param>
    public async Task<Outcome> ReturnAsync(ReviewForm form, IReadOnlyList<ReturnItem> items, Deadline deadline, DocumentReference? letter = null, CancellationToken cancel = default)
    {
        var before = form.Submission.State;
        var outcome = form.Review.MayReturn(user.Actor, items.Select(i => i.QuestionCode));
        if (outcome.Ok)
            outcome = form.Submission.Return(form.Period, user.Actor, form.Set, items, deadline, clock.UtcNow(), letter);
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
        var applicable = await ApplicableAsync(form, cancel);
        var outcome = form.Submission.Finish(form.Period, user.Actor, form.Review.Undecided(applicable), clock.UtcNow(), form.Review.AwaitingSecond(applicable));
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

    /// <summary>The next criterion that waits for the person's verdict: after this one, else from the start; null: none is left.</summary>
    public async Task<Criterion?> NextAsync(ReviewForm form, Criterion criterion, CancellationToken cancel = default)
    {
        var applicable = await ApplicableAsync(form, cancel);
        var all = form.Set.Criteria.ToList();
        var at = all.IndexOf(criterion);
        return all.Skip(at + 1).Concat(all.Take(at)).FirstOrDefault(c =>
            applicable.Contains(c.Code) && form.Review.VerdictOn(c.Code) is null or { Kind: VerdictKind.NeedsReview } && form.Review.MayJudge(user.Actor, c).Ok);
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
