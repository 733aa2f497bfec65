using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Tests.Workflow;

/// <summary>
/// One agency's evaluation in plain dictionaries, written from the domain description and without the entities: what a step should answer
/// and what should stand afterwards. The set is that of <see cref="Procedure"/>.
/// </summary>
internal sealed class ProcedureModel
{
    /// <summary>Questions under each criterion.</summary>
    public static readonly Dictionary<string, string[]> Reads = new()
    {
        ["K.1"] = ["A", "B"],
        ["K.2"] = ["A"],
        ["K.3"] = ["I"],
        ["K.4"] = ["W"],
        ["K.5"] = ["V"],
        ["K.6"] = ["C"],
    };

    /// <summary>Criteria that an answer moves; W decides whether V is asked.</summary>
    private static readonly Dictionary<string, string[]> Moves = new() { ["A"] = ["K.1", "K.2"], ["B"] = ["K.1"], ["I"] = ["K.3"], ["W"] = ["K.4", "K.5"], ["V"] = ["K.5"], ["T"] = [] };

    private static readonly string[] OfAgency = ["A", "B", "W", "V", "T"];

    public PeriodState Period { get; private set; } = PeriodState.Draft;

    public SubmissionState Form { get; private set; } = SubmissionState.Drafting;

    public SubmissionState CameFrom { get; private set; } = SubmissionState.Drafting;

    public bool Locked { get; private set; }

    public int StateVersion { get; private set; }

    public int Revision { get; private set; }

    public DateTime? First { get; private set; }

    public string? Timeliness { get; private set; }

    public HashSet<string> Returned { get; private set; } = [];

    public Dictionary<string, string?> Declared { get; } = [];

    /// <summary>Only where a reviewer's value was not the declared one of that moment.</summary>
    public Dictionary<string, string?> Verified { get; } = [];

    public Dictionary<string, string?> Final { get; } = [];

    public Dictionary<string, VerdictKind> Verdicts { get; } = [];

    /// <summary>Criteria that the council decided and nothing moved since.</summary>
    public HashSet<string> ByCouncil { get; } = [];

    /// <summary>The second judgement of K.1, by 22; null: not given.</summary>
    public Dictionary<string, string?>? Second { get; private set; }

    /// <summary>What the first comparison with it showed.</summary>
    public bool? SecondAgrees { get; private set; }

    public ExplanationState? Explanation { get; private set; }

    /// <summary>What a returned question opens: itself, and what is asked because of it: V when W, P when V is positive.</summary>
    public static string[] OpenedBy(string question) => question switch { "W" => ["W", "V", "P"], "V" => ["V", "P"], _ => [question] };

    private readonly Dictionary<string, int> _verifiedBy = [];
    private readonly Dictionary<string, int> _judgedBy = [];

    // Who judged a criterion last, also when the council decided it afterwards.
    private readonly Dictionary<string, int> _reviewedBy = [];
    private string _claimed = "";
    private string? _claim;
    private DateTime _responseOver;

    public string? At(AnswerStage stage, string code) => stage switch
    {
        AnswerStage.Final when Final.TryGetValue(code, out var final) => final,
        not AnswerStage.Declared when Verified.TryGetValue(code, out var verified) => verified,
        _ => Declared.GetValueOrDefault(code),
    };

    /// <summary>What the step should be refused with, or null after the model has taken it.</summary>
    public RefusalKind? Take(Step step, DateTime now)
    {
        var (verb, actor) = (step.Verb, step.Actor);
        if (IsOfAgency(verb) && !(actor.AgencyId == Procedure.Own && actor.Role is Role.Contributor or Role.Editor or Role.Head or Role.Deputy))
            return RefusalKind.NotAllowed;
        if (ProcedureTable.Refusal(verb, actor.Role, Period, ProcedureTable.ConcernsForm(verb) ? Form : null) is { } refused)
            return refused;
        if (Locked && IsOfAgency(verb) && verb is not (Verb.Explain or Verb.ConfirmExplanation))
            return RefusalKind.WrongState;
        var deputyIsOut = actor.Role == Role.Deputy && !(actor.ActingFrom <= now && now <= actor.ActingUntil);
        switch (verb)
        {
            case Verb.SendBack or Verb.Submit when deputyIsOut:
            case Verb.Judge or Verb.Return or Verb.Finish when actor.AgencyId == Procedure.Own || actor.UserId is not (7 or 8):
                return RefusalKind.NotAllowed;
            case Verb.JudgeSecond when actor.AgencyId == Procedure.Own || actor.UserId != 22 || step.Criterion != "K.1":
                return RefusalKind.NotAllowed;
            case Verb.Explain or Verb.ConfirmExplanation when now >= _responseOver:
                return RefusalKind.WrongState;
            case Verb.ConfirmExplanation when deputyIsOut:
                return RefusalKind.NotAllowed;
        }

        return verb switch
        {
            Verb.Open => Go(PeriodState.Open),
            Verb.CloseCollecting => now < new DateTime(2018, 12, 19, 17, 0, 0, DateTimeKind.Utc) ? RefusalKind.WrongState : Go(PeriodState.Reviewing),
            Verb.SendPreliminary => SendPreliminary(now),
            Verb.Propose => now < _responseOver || Explanation == ExplanationState.Confirmed ? RefusalKind.WrongState : Go(PeriodState.Proposed),
            Verb.HandBack => step.Reason is null ? RefusalKind.Input : Go(PeriodState.Reviewing),
            Verb.Approve => step.Value is null ? RefusalKind.WrongState : Go(PeriodState.Approved),
            Verb.Publish => step.Value is null ? RefusalKind.WrongState : Go(PeriodState.Published),
            Verb.Answer => Answer(step),
            Verb.Present => Present(),
            Verb.Recall => Move(CameFrom),
            Verb.SendBack => step.Reason is null ? RefusalKind.Input : Move(CameFrom),
            Verb.Submit => Submit(now),
            Verb.Judge => Judge(step),
            Verb.JudgeSecond => JudgeSecond(step),
            Verb.DecideInCouncil => Decide(step),
            Verb.Return => Return(step),
            Verb.Finish => Second is not null && Reads.Keys.All(code => Verdicts.TryGetValue(code, out var kind) && kind is VerdictKind.Agreed or VerdictKind.Adjusted) ? Move(SubmissionState.Verified) : RefusalKind.Input,
            Verb.Reopen => step.Reason is null ? RefusalKind.Input : Move(SubmissionState.Submitted),
            Verb.Explain => Explain(step),
            Verb.ConfirmExplanation => Explanation == ExplanationState.Drafted ? Settled(ExplanationState.Confirmed) : RefusalKind.WrongState,
            Verb.Settle => Settle(step),
            _ => throw new ArgumentOutOfRangeException(nameof(step), verb, null),
        };
    }

    private static bool IsOfAgency(Verb verb) => verb is Verb.Answer or Verb.Present or Verb.Recall or Verb.SendBack or Verb.Submit or Verb.Explain or Verb.ConfirmExplanation;

    private RefusalKind? Go(PeriodState state)
    {
        Period = state;
        return null;
    }

    private RefusalKind? Move(SubmissionState state)
    {
        Form = state;
        StateVersion++;
        return null;
    }

    private RefusalKind? Settled(ExplanationState state)
    {
        Explanation = state;
        return null;
    }

    private RefusalKind? SendPreliminary(DateTime now)
    {
        if (First is not null && Form != SubmissionState.Verified)
            return RefusalKind.Input;
        if (First is null && !Locked)
        {
            Locked = true;
            StateVersion++;
        }

        // Ten days later, to the end of that day in Vietnam.
        _responseOver = (now + TimeSpan.FromHours(7)).Date.AddDays(11) - TimeSpan.FromHours(7);
        return Go(PeriodState.Preliminary);
    }

    private RefusalKind? Answer(Step step)
    {
        if (!OfAgency.Contains(step.Question))
            return RefusalKind.NotAllowed;
        if (Form == SubmissionState.Returned && !Returned.SelectMany(OpenedBy).Contains(step.Question))
            return RefusalKind.WrongState;
        Declared[step.Question] = step.Value;
        return null;
    }

    private RefusalKind? Present()
    {
        CameFrom = Form;
        return Move(SubmissionState.AwaitingSignOff);
    }

    private RefusalKind? Submit(DateTime now)
    {
        Revision++;
        if (First is null)
        {
            First = now;
            var (late, last) = (0, DateOnly.FromDateTime(now.AddHours(7)));
            for (var day = new DateOnly(2018, 12, 20); day <= last; day = day.AddDays(1))
                late += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
            Timeliness = last <= new DateOnly(2018, 12, 19) ? "a" : late <= 5 ? "b" : "c";
        }

        var moved = Returned.SelectMany(question => Moves[question]).ToHashSet();
        foreach (var code in moved.Where(code => Verdicts.TryGetValue(code, out var kind) && kind != VerdictKind.ReferredToCouncil))
            LookAgain(code);
        if (moved.Contains("K.1"))
            (Second, SecondAgrees) = (null, null);
        Returned = [];
        return Move(SubmissionState.Submitted);
    }

    private RefusalKind? Return(Step step)
    {
        if (!OfAgency.Contains(step.Question) || step.Reason is null || DecidedUnder(step.Question, null))
            return RefusalKind.Input;
        Returned = [step.Question];
        return Move(SubmissionState.Returned);
    }

    private RefusalKind? Judge(Step step)
    {
        var refusal = Conclude(step);
        if (refusal is null)
            _reviewedBy[step.Criterion] = step.Actor.UserId;
        return refusal;
    }

    private RefusalKind? Conclude(Step step)
    {
        var (code, actor) = (step.Criterion, step.Actor.UserId);
        if (Verdicts.GetValueOrDefault(code) == VerdictKind.ReferredToCouncil && (_judgedBy[code] != actor || (code == "K.1" && SecondAgrees == false)))
            return RefusalKind.WrongState;
        if (ByCouncil.Contains(code))
            return RefusalKind.WrongState;
        if (step.Way is Way.Request or Way.Refer)
        {
            if (step.Reason is null || (step.Way == Way.Request && code is "K.3" or "K.6"))
                return RefusalKind.Input;
            return Give(code, step.Way == Way.Request ? VerdictKind.SupplementRequested : VerdictKind.ReferredToCouncil, actor);
        }

        if (Change(step, step.Adjusts ? step.Question : null) is { } refused)
            return refused;
        Give(code, step.Adjusts && Differs(code) ? VerdictKind.Adjusted : VerdictKind.Agreed, actor);
        return Compare();
    }

    private RefusalKind? Decide(Step step)
    {
        if (Verdicts.GetValueOrDefault(step.Criterion) != VerdictKind.ReferredToCouncil)
            return RefusalKind.WrongState;
        if (step.Reason is null)
            return RefusalKind.Input;
        if (Change(step, step.Adjusts ? step.Question : null) is { } refused)
            return refused;
        Give(step.Criterion, Differs(step.Criterion) ? VerdictKind.Adjusted : VerdictKind.Agreed, step.Actor.UserId);
        ByCouncil.Add(step.Criterion);
        return null;
    }

    private RefusalKind? JudgeSecond(Step step)
    {
        if (Second is not null)
            return RefusalKind.WrongState;
        if (step.Adjusts && step.Question is not ("A" or "B"))
            return RefusalKind.Input;
        if (step.Adjusts && Declared.GetValueOrDefault(step.Question) != step.Value && step.Reason is null)
            return RefusalKind.Input;
        Second = new() { ["A"] = Declared.GetValueOrDefault("A"), ["B"] = Declared.GetValueOrDefault("B") };
        if (step.Adjusts)
            Second[step.Question] = step.Value;
        return Compare();
    }

    /// <summary>Both judgements of K.1 are there: they are the same, or the council decides.</summary>
    private RefusalKind? Compare()
    {
        if (Second is null || ByCouncil.Contains("K.1") || !Verdicts.TryGetValue("K.1", out var first) || first is not (VerdictKind.Agreed or VerdictKind.Adjusted))
            return null;
        var same = Second.All(value => At(AnswerStage.Verified, value.Key) == value.Value);
        SecondAgrees ??= same;
        if (!same)
            Verdicts["K.1"] = VerdictKind.ReferredToCouncil;
        return null;
    }

    /// <summary>Sets a value under a criterion, or refuses.</summary>
    private RefusalKind? Change(Step step, string? question)
    {
        var value = step.Value;
        if (question is not null && !Reads[step.Criterion].Contains(question))
            return RefusalKind.Input;
        var changes = question is not null && At(AnswerStage.Verified, question) != value;
        if (changes && DecidedUnder(question!, step.Criterion))
            return RefusalKind.Input;
        if (changes && question == "C")
            return RefusalKind.NotAllowed;
        if (changes && OfAgency.Contains(question) && Declared.GetValueOrDefault(question!) != value && step.Reason is null)
            return RefusalKind.Input;
        if (step.Criterion == "K.3" && (changes ? value : At(AnswerStage.Verified, "I")) is null)
            return RefusalKind.Input;
        if (!changes)
            return null;
        if (Declared.GetValueOrDefault(question!) == value)
            Verified.Remove(question!);
        else
            Verified[question!] = value;
        _verifiedBy[question!] = step.Actor.UserId;
        foreach (var code in Moves[question!].Where(code => code != step.Criterion && Verdicts.TryGetValue(code, out var kind) && kind is not (VerdictKind.SupplementRequested or VerdictKind.ReferredToCouncil)))
            LookAgain(code);
        return null;
    }

    private bool Differs(string criterion) => Reads[criterion].Any(code => OfAgency.Contains(code) && At(AnswerStage.Verified, code) != Declared.GetValueOrDefault(code));

    /// <summary>Whether the council decided another criterion that reads the question.</summary>
    private bool DecidedUnder(string question, string? criterion) => Reads.Any(read => read.Key != criterion && read.Value.Contains(question) && ByCouncil.Contains(read.Key));

    private void LookAgain(string criterion)
    {
        Verdicts[criterion] = VerdictKind.NeedsReview;
        ByCouncil.Remove(criterion);
    }

    private RefusalKind? Give(string criterion, VerdictKind kind, int by)
    {
        (Verdicts[criterion], _judgedBy[criterion]) = (kind, by);
        return null;
    }

    /// <summary>Explanations are always of K.1; after one was settled another may be written.</summary>
    private RefusalKind? Explain(Step step)
    {
        if (Explanation == ExplanationState.Confirmed)
            return RefusalKind.WrongState;
        if (step.Reason is null || step.Question is not ("A" or "B"))
            return RefusalKind.Input;
        (_claimed, _claim) = (step.Question, step.Value);
        return Settled(ExplanationState.Drafted);
    }

    private RefusalKind? Settle(Step step)
    {
        if (step.Actor.AgencyId == Procedure.Own || _judgedBy.GetValueOrDefault("K.1") == step.Actor.UserId || _reviewedBy.GetValueOrDefault("K.1") == step.Actor.UserId || _verifiedBy.GetValueOrDefault(_claimed) == step.Actor.UserId)
            return RefusalKind.NotAllowed;
        if (Explanation != ExplanationState.Confirmed)
            return RefusalKind.WrongState;
        // Accepting what stands already would be accepting nothing.
        if (step.Reason is null || (step.Adjusts && At(AnswerStage.Final, _claimed) == _claim))
            return RefusalKind.Input;
        if (step.Adjusts)
            Final[_claimed] = _claim;
        return Settled(step.Adjusts ? ExplanationState.Accepted : ExplanationState.Declined);
    }

    /// <summary>One verb by somebody; which of the rest counts depends on the verb.</summary>
    /// <param name="Value">A value, or whether the right record is meant (null: another one).</param>
    /// <param name="Adjusts">Judging: adjusting; settle: accepting.</param>
    /// <param name="Way">Judge: a conclusion, or on to the agency or the council.</param>
    internal sealed record Step(Verb Verb, Actor Actor, string Criterion, string Question, string? Value, string? Reason, bool Adjusts, Way Way = Way.Conclude);

    internal enum Way
    {
        Conclude,
        Request,
        Refer,
    }
}
