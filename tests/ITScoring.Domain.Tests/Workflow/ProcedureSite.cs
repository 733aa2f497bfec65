using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using static ITScoring.Domain.Tests.Workflow.Procedure;
using Step = ITScoring.Domain.Tests.Workflow.ProcedureModel.Step;

namespace ITScoring.Domain.Tests.Workflow;

/// <summary>The entities of one agency's evaluation, used as the site uses them: a review is put together for each verb and what is new is kept.</summary>
internal sealed class ProcedureSite
{
    private readonly List<Explanation> _explanations = [];
    private readonly Dictionary<string, CriterionVerdict> _verdicts = [];
    private readonly List<SecondReview> _seconds = [SecondReview.Assign(0, "K.1", Manager, 22, Opening)];
    private readonly List<CouncilDecision> _decisions = [];

    public Period Period { get; } = Planned();

    public Submission Form { get; } = new(1, Own);

    public Dictionary<string, Answer> Answers { get; } = [];

    public string Seen() => Procedure.Seen([Period, Form, .. Answers.Values, .. _verdicts.Values, .. _seconds, .. _decisions, .. _explanations]);

    public Outcome Do(Step step, DateTime now) => step.Verb switch
    {
        Verb.Open => Period.Open(step.Actor, now),
        Verb.CloseCollecting => Period.CloseCollecting(step.Actor, now),
        Verb.SendPreliminary => Period.SendPreliminary(step.Actor, now, [Form], Deadline.EndOf(Deadline.LocalDay(now).AddDays(10))),
        Verb.Propose => Period.Propose(step.Actor, now, _explanations, Proposed),
        Verb.HandBack => Period.HandBack(step.Actor, step.Reason ?? ""),
        Verb.Approve => Period.Approve(step.Actor, now, new DocumentReference("321/QĐ-UBND", Deadline.LocalDay(now), null), step.Value is null ? "bbbb" : Proposed),
        Verb.Publish => Period.Publish(step.Actor, now, step.Value is null ? "bbbb" : Proposed),
        Verb.Answer => Declare(step, now),
        Verb.Present => Form.Present(Period, step.Actor, NothingFound, NoNotes, now),
        Verb.Recall => Form.Recall(Period, step.Actor, now),
        Verb.SendBack => Form.SendBack(Period, step.Actor, step.Reason, now),
        Verb.Submit => Submit(step, now),
        Verb.Judge => Judge(step, now),
        Verb.JudgeSecond => TheReview().GiveSecond(step.Actor, Criterion(step.Criterion), Adjustments(step), step.Reason, now),
        Verb.DecideInCouncil => Decide(step, now),
        Verb.Return when TheReview().MayReturn(step.Actor, [step.Question]) is { Ok: false } refused => refused,
        Verb.Return => Form.Return(Period, step.Actor, Set, [new ReturnItem(step.Question, step.Reason ?? "")], Deadline.EndOf(Deadline.LocalDay(now).AddDays(3)), now),
        Verb.Finish => Form.Finish(Period, step.Actor, TheReview().Undecided(All), now, TheReview().AwaitingSecond(All)),
        Verb.Reopen => Form.Reopen(Period, step.Actor, step.Reason, now),
        Verb.Explain => Explain(step, now),
        Verb.ConfirmExplanation => _explanations[^1].Confirm(Period, Form, step.Actor, now),
        Verb.Settle => Settle(step, now),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Verb, null),
    };

    private static IReadOnlySet<string> All => Set.Criteria.Select(criterion => criterion.Code).ToHashSet();

    public void MustStandAs(ProcedureModel model)
    {
        Assert.Equal((model.Period, model.Form, model.Locked), (Period.State, Form.State, Form.LockedAt is not null));
        Assert.Equal((model.StateVersion, model.Revision, model.First, model.Timeliness), (Form.StateVersion, Form.Revision, Form.FirstSubmittedAt, Form.TimelinessCode));
        if (Form.State == SubmissionState.AwaitingSignOff)
            Assert.Equal(model.CameFrom, Form.PresentedFrom);
        Assert.Equal(model.Returned.Order(), (Form.OpenReturn?.Items ?? []).Select(item => item.QuestionCode).Order());
        Assert.Equal(Form.Revision, Form.Receipts.Count);
        foreach (var (code, answer) in Answers)
        {
            foreach (var stage in Enum.GetValues<AnswerStage>())
                Assert.Equal(model.At(stage, code), answer.ValueAt(stage));
        }

        Assert.Equal(model.Verdicts.OrderBy(verdict => verdict.Key), _verdicts.ToDictionary(verdict => verdict.Key, verdict => verdict.Value.Kind).OrderBy(verdict => verdict.Key));
        Assert.Equal(model.ByCouncil.Order(), _verdicts.Values.Where(verdict => verdict.ByCouncil).Select(verdict => verdict.CriterionCode).Order());
        var second = Assert.Single(_seconds, s => s.ClosedAt is null);
        Assert.Equal((model.Second is not null, model.SecondAgrees), (second.GivenAt is not null, second.Agrees));
        // The history of a verdict replays to what stands.
        foreach (var verdict in _verdicts.Values)
        {
            VerdictKind? kind = null;
            Assert.All(verdict.Changes, change =>
            {
                Assert.Equal(kind, change.From);
                kind = change.To;
            });
            Assert.Equal(kind, verdict.Kind);
        }

        Assert.Equal(model.Explanation, _explanations.LastOrDefault()?.State);
    }

    private Outcome Declare(Step step, DateTime now)
    {
        var answer = Answers.GetValueOrDefault(step.Question) ?? new Answer(0, step.Question);
        var outcome = Form.Declare(Period, step.Actor, Question(step.Question), answer, step.Value, null, now);
        if (outcome.Ok)
            Answers[step.Question] = answer;
        return outcome;
    }

    private Outcome Submit(Step step, DateTime now)
    {
        var answered = Form.OpenReturn;
        var outcome = Form.Submit(Period, step.Actor, NothingFound, NoNotes, Calendar, "{}", "00", now);
        if (outcome.Ok && answered is not null)
        {
            var review = TheReview();
            review.LookAgainAfter(answered, step.Actor, now);
            _seconds.AddRange(review.NewSeconds);
        }

        return outcome;
    }

    private Outcome Judge(Step step, DateTime now)
    {
        var review = TheReview();
        var outcome = step.Way switch
        {
            ProcedureModel.Way.Request => review.RequestSupplement(step.Actor, Criterion(step.Criterion), step.Reason, now),
            ProcedureModel.Way.Refer => review.Refer(step.Actor, Criterion(step.Criterion), step.Reason, now),
            _ when step.Adjusts => review.Adjust(step.Actor, Criterion(step.Criterion), Adjustments(step), step.Reason, now),
            _ => review.Agree(step.Actor, Criterion(step.Criterion), now),
        };
        Keep(review);
        return outcome;
    }

    private Outcome Decide(Step step, DateTime now)
    {
        var review = TheReview();
        var outcome = review.Decide(step.Actor, Criterion(step.Criterion), Session(), Adjustments(step), step.Reason, new CouncilVotes(3, 0, 0), now, out var decision);
        Keep(review);
        if (decision is not null)
            _decisions.Add(decision);
        return outcome;
    }

    private static List<ValueAdjustment> Adjustments(Step step) => step.Adjusts ? [new ValueAdjustment(step.Question, step.Value)] : [];

    private void Keep(Review review)
    {
        foreach (var answer in review.NewAnswers)
            Answers.Add(answer.QuestionCode, answer);
        foreach (var verdict in review.NewVerdicts)
            _verdicts.Add(verdict.CriterionCode, verdict);
    }

    private Outcome Explain(Step step, DateTime now)
    {
        var settled = _explanations.Count == 0 || _explanations[^1].State is ExplanationState.Accepted or ExplanationState.Declined;
        var explanation = settled ? new Explanation(0, "K.1") : _explanations[^1];
        var outcome = explanation.Write(Period, Form, Set, step.Actor, step.Reason, [new ContestedValue(step.Question, step.Value)], now);
        if (outcome.Ok && settled)
            _explanations.Add(explanation);
        return outcome;
    }

    private Outcome Settle(Step step, DateTime now)
    {
        var explanation = _explanations[^1];
        var contested = explanation.Contested.Select(value => Answers.GetValueOrDefault(value.QuestionCode) ?? new Answer(0, value.QuestionCode)).ToList();
        var final = explanation.Contested.Select(value => new ValueAdjustment(value.QuestionCode, value.ClaimedJson)).ToList();
        var outcome = explanation.Settle(Period, Form, Set, step.Actor, _verdicts.GetValueOrDefault("K.1"), [.. Answers.Values.Union(contested)], step.Adjusts ? final : null, step.Reason, now);
        if (outcome.Ok)
            contested.ForEach(answer => Answers[answer.QuestionCode] = answer);
        return outcome;
    }

    private Review TheReview() => new(Set, Period, Form, Answers.Values, _verdicts.Values, _seconds);
}
