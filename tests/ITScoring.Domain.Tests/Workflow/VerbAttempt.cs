using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Workflow;

/// <summary>One try of one verb by one role in given states; everything that is not role or state is as the verb wants it.</summary>
internal sealed class VerbAttempt
{
    private readonly Verb _verb;
    private readonly Actor _actor;
    private readonly Period _period;
    private readonly Submission _form;
    private readonly Dictionary<string, Answer> _answers = Declared();
    private readonly Review _review;
    private readonly Explanation _explanation;
    private readonly CriterionVerdict _verdict;
    private readonly SubmissionState _cameFrom;
    private readonly int _stateVersion;

    public VerbAttempt(Verb verb, Role role, PeriodState period, SubmissionState? form)
    {
        _verb = verb;

        // The same person in every role: of the agency where the agency acts, assigned where a reviewer acts, not the first where explanations are settled.
        var id = verb == Verb.Settle ? SecondReviewer.UserId : Reviewer.UserId;
        var agencyActs = verb is Verb.Answer or Verb.Present or Verb.Recall or Verb.SendBack or Verb.Submit or Verb.Explain or Verb.ConfirmExplanation;
        _actor = new Actor(id, role, agencyActs ? Own : Office, Deputy.ActingFrom, Deputy.ActingUntil);
        _period = PeriodIn(period);
        _form = FormIn(form ?? SubmissionState.Drafting);
        _cameFrom = _form.PresentedFrom;
        _review = new Review(Set, _period, _form, _answers.Values, verb == Verb.DecideInCouncil ? [Referred()] : [], [SecondReview.Assign(_form.Id, "K.1", Manager, id, InTime)]);
        _verdict = Judged();
        _explanation = Written(confirmed: verb == Verb.Settle);
        _stateVersion = _form.StateVersion;
    }

    public static bool Exists(Verb verb) => verb is not (Verb.PrepareCorrection or Verb.PublishCorrection);

    public string Seen() => Procedure.Seen([_period, _form, _explanation, _verdict, .. _answers.Values, .. _review.NewAnswers, .. _review.NewVerdicts]);

    public Outcome Make() => _verb switch
    {
        Verb.Open => _period.Open(_actor, Opening),
        Verb.Answer => _form.Declare(_period, _actor, Question("A"), _answers["A"], "5", null, InTime),
        Verb.Present => _form.Present(_period, _actor, NothingFound, NoNotes, InTime),
        Verb.Recall => _form.Recall(_period, _actor, InTime),
        Verb.SendBack => _form.SendBack(_period, _actor, "Xem lại số máy tính.", InTime),
        Verb.Submit => _form.Submit(_period, _actor, NothingFound, NoNotes, Calendar, "{}", "00", InTime),
        Verb.Judge => _review.Agree(_actor, Criterion("K.1"), InTime),
        Verb.JudgeSecond => _review.GiveSecond(_actor, Criterion("K.1"), [], null, InTime),
        Verb.DecideInCouncil => _review.Decide(_actor, Criterion("K.1"), Session(), [], "Số liệu đủ căn cứ.", new CouncilVotes(3, 0, 0), InTime, out _),
        Verb.Return => _form.Return(_period, _actor, Set, [new ReturnItem("B", "Thiếu.")], Deadline.EndOf(new DateOnly(2018, 12, 28)), InTime),
        Verb.Finish => _form.Finish(_period, _actor, [], InTime),
        Verb.Reopen => _form.Reopen(_period, _actor, "Có số liệu mới.", InTime),
        Verb.CloseCollecting => _period.CloseCollecting(_actor, Closing),
        Verb.SendPreliminary => _period.SendPreliminary(_actor, Sending, [FormIn(SubmissionState.Verified)], Response),
        Verb.Explain => _explanation.Write(_period, _form, Set, _actor, "Có văn bản kèm theo.", [new ContestedValue("B", "10")], Explaining),
        Verb.ConfirmExplanation => _explanation.Confirm(_period, _form, _actor, Explaining),
        Verb.Settle => _explanation.Settle(_period, _form, Set, _actor, _verdict, [_answers["A"]], [new ValueAdjustment("A", "7")], "Văn bản đúng.", WindowPast),
        Verb.Propose => _period.Propose(_actor, WindowPast, [], Proposed),
        Verb.HandBack => _period.HandBack(_actor, "Rà soát lại nhóm III."),
        Verb.Approve => _period.Approve(_actor, Deciding, Decision, Proposed),
        Verb.Publish => _period.Publish(_actor, Deciding, Proposed),
        _ => throw new ArgumentOutOfRangeException(nameof(Verb), _verb, null),
    };

    /// <summary>What the verb should have done and did not; null: its effect is there, and the form's version rose if and only if it moved.</summary>
    public string? MissingEffect()
    {
        var (period, form) = _verb switch
        {
            Verb.Open => (PeriodState.Open, _form.State),
            Verb.CloseCollecting => (PeriodState.Reviewing, _form.State),
            Verb.SendPreliminary => (PeriodState.Preliminary, _form.State),
            Verb.Propose => (PeriodState.Proposed, _form.State),
            Verb.HandBack => (PeriodState.Reviewing, _form.State),
            Verb.Approve => (PeriodState.Approved, _form.State),
            Verb.Publish => (PeriodState.Published, _form.State),
            Verb.Present => (_period.State, SubmissionState.AwaitingSignOff),
            Verb.Recall or Verb.SendBack => (_period.State, _cameFrom),
            Verb.Submit or Verb.Reopen => (_period.State, SubmissionState.Submitted),
            Verb.Return => (_period.State, SubmissionState.Returned),
            Verb.Finish => (_period.State, SubmissionState.Verified),
            _ => (_period.State, _form.State),
        };
        var moves = _verb is Verb.Present or Verb.Recall or Verb.SendBack or Verb.Submit or Verb.Return or Verb.Finish or Verb.Reopen;
        var done = _verb switch
        {
            Verb.Answer => _answers["A"].DeclaredJson == "5" && _answers["A"].DeclaredById == _actor.UserId,
            Verb.Judge => _review.VerdictOn("K.1") is { Kind: VerdictKind.Agreed } given && given.JudgedById == _actor.UserId,
            Verb.JudgeSecond => _review.SecondOn("K.1") is { Kind: VerdictKind.Agreed, IsOpen: false },
            Verb.DecideInCouncil => _review.VerdictOn("K.1") is { Kind: VerdictKind.Agreed, ByCouncil: true },
            Verb.Explain => _explanation is { Text: "Có văn bản kèm theo.", State: ExplanationState.Drafted },
            Verb.ConfirmExplanation => _explanation.State == ExplanationState.Confirmed && _explanation.ConfirmedById == _actor.UserId,
            Verb.Settle => _explanation.State == ExplanationState.Accepted && _answers["A"].ValueAt(AnswerStage.Final) == "7",
            _ => true,
        };
        return _period.State != period ? $"the period is {_period.State}"
            : _form.State != form ? $"the form is {_form.State}"
            : _form.StateVersion != _stateVersion + (moves ? 1 : 0) ? $"the form's version is {_form.StateVersion} after {_stateVersion}"
            : done ? null : "the effect is missing";
    }

    private CriterionVerdict Judged()
    {
        var review = new Review(Set, PeriodIn(PeriodState.Open), FormIn(SubmissionState.Submitted), _answers.Values, []);
        Done(review.Agree(Reviewer, Criterion("K.1"), InTime));
        return review.VerdictOn("K.1")!;
    }

    private CriterionVerdict Referred()
    {
        var review = new Review(Set, PeriodIn(PeriodState.Open), FormIn(SubmissionState.Submitted), _answers.Values, []);
        Done(review.Refer(Reviewer, Criterion("K.1"), "Chưa rõ cách đếm.", InTime));
        return review.VerdictOn("K.1")!;
    }

    private static Explanation Written(bool confirmed)
    {
        var (period, form) = (PeriodIn(PeriodState.Preliminary), FormIn(SubmissionState.Verified));
        var explanation = new Explanation(0, "K.1");
        Done(explanation.Write(period, form, Set, Editor, "Có thêm máy tính.", [new ContestedValue("A", "7")], Explaining));
        if (confirmed)
            Done(explanation.Confirm(period, form, Head, Explaining));
        return explanation;
    }
}
