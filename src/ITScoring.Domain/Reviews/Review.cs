using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Reviews;

/// <summary>
/// The verification of one form: verdicts belong to criteria, values to answers. An answer has one verified value in
/// the whole form, so adjusting a shared one sets the verdicts of the other criteria that read it to
/// <see cref="VerdictKind.NeedsReview"/>.
/// </summary>
/// <param name="answers">All answers of the form.</param>
/// <param name="verdicts">All verdicts of the form.</param>
/// <param name="seconds">Its second reviews that count (<see cref="SecondReview.ClosedAt"/> is null).</param>
public sealed class Review(
    CriteriaSet set, Period period, Submission submission, IEnumerable<Answer> answers, IEnumerable<CriterionVerdict> verdicts, IEnumerable<SecondReview>? seconds = null)
{
    private readonly Dictionary<string, Answer> _answers = answers.ToDictionary(a => a.QuestionCode);
    private readonly Dictionary<string, CriterionVerdict> _verdicts = verdicts.ToDictionary(v => v.CriterionCode);
    private readonly Dictionary<string, SecondReview> _seconds = (seconds ?? []).Where(s => s.ClosedAt is null).ToDictionary(s => s.CriterionCode);

    /// <summary>Answers made by this review for questions that had none; to be added to the store.</summary>
    public List<Answer> NewAnswers { get; } = [];

    /// <summary>Verdicts given for the first time; to be added to the store.</summary>
    public List<CriterionVerdict> NewVerdicts { get; } = [];

    /// <summary>Second reviews that take the place of those that the agency's new answers overtook; to be added to the store.</summary>
    public List<SecondReview> NewSeconds { get; } = [];

    /// <summary>Verdicts changed by the last verb, its own criterion first.</summary>
    public List<CriterionVerdict> Touched { get; } = [];

    public CriterionVerdict? VerdictOn(string criterionCode) => _verdicts.GetValueOrDefault(criterionCode);

    public Answer? AnswerTo(string questionCode) => _answers.GetValueOrDefault(questionCode);

    public SecondReview? SecondOn(string criterionCode) => _seconds.GetValueOrDefault(criterionCode);

    /// <summary>Applicable criteria that keep the form from being finished, in set order.</summary>
    /// <param name="applicable">Codes of the criteria that apply on the verified values.</param>
    public IReadOnlyList<string> Undecided(IReadOnlySet<string> applicable) =>
        [.. set.Criteria.Where(c => applicable.Contains(c.Code) && VerdictOn(c.Code)?.Stands != true).Select(c => c.Code)];

    /// <summary>Applicable criteria that the second reviewer has still to judge, in set order.</summary>
    public IReadOnlyList<string> AwaitingSecond(IReadOnlySet<string> applicable) =>
        [.. set.Criteria.Where(c => applicable.Contains(c.Code) && SecondOn(c.Code)?.IsOpen == true).Select(c => c.Code)];

    /// <summary>Other criteria with a verdict that would have to be looked at again if these questions changed, in set order. What waits for the agency or the council waits on.</summary>
    public IReadOnlyList<Criterion> Moved(Criterion? criterion, IEnumerable<string> questionCodes)
    {
        var moved = questionCodes.SelectMany(set.MovedBy).ToHashSet();
        return [.. set.Criteria.Where(c => moved.Contains(c) && c != criterion && VerdictOn(c.Code) is { Kind: not (VerdictKind.SupplementRequested or VerdictKind.ReferredToCouncil) })];
    }

    /// <summary>Questions whose value would newly differ from what the agency declared: they need the reason.</summary>
    public IReadOnlyList<string> NeedReason(IEnumerable<ValueAdjustment> adjustments) => Values().NeedReason(adjustments);

    /// <summary>Whether a criterion is the reviewer's to judge now: assigned, and neither before the council nor decided by it.</summary>
    public Outcome MayJudge(Actor reviewer, Criterion criterion)
    {
        if (submission.CheckReviewer(Verb.Judge, period, reviewer) is { Ok: false } refused)
            return refused;
        if (!period.IsAssigned(reviewer.UserId, submission.AgencyId, set, criterion))
            return Outcome.NotAllowed($"Tiêu chí {criterion.Code} được phân công cho người khác.");
        return VerdictOn(criterion.Code) switch
        {
            { Kind: VerdictKind.ReferredToCouncil } v when v.JudgedById != reviewer.UserId || SecondOn(criterion.Code)?.Agrees == false =>
                Outcome.WrongState($"Tiêu chí {criterion.Code} đang chờ Hội đồng quyết định."),
            { ByCouncil: true, Stands: true } => Outcome.WrongState($"Tiêu chí {criterion.Code} đã do Hội đồng quyết định."),
            _ => Outcome.Done,
        };
    }

    public Outcome Agree(Actor reviewer, Criterion criterion, DateTime now)
    {
        if (MayJudge(reviewer, criterion) is { Ok: false } refused)
            return refused;
        if (Values().LeftToInspector(criterion, []) is { Ok: false } open)
            return open;
        Touched.Clear();
        Give(criterion, VerdictKind.Agreed, null, reviewer, now);
        CompareWithSecond(criterion, reviewer, now);
        return Outcome.Done;
    }

    /// <summary>
    /// Changes verified values under a criterion. A value that differs from the declared one needs the reason; values of
    /// inspector questions need none. Without any value that differs from the declared one the verdict is <see cref="VerdictKind.Agreed"/>.
    /// </summary>
    public Outcome Adjust(Actor reviewer, Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason, DateTime now)
    {
        if (MayJudge(reviewer, criterion) is { Ok: false } refused)
            return refused;
        if (MayAdjust(criterion, adjustments, reason) is { Ok: false } wrong)
            return wrong;
        Touched.Clear();
        Set(criterion, adjustments, reason, reviewer, now);
        CompareWithSecond(criterion, reviewer, now);
        return Outcome.Done;
    }

    /// <summary>The agency is to be asked; what is asked goes out with the next return.</summary>
    /// <param name="reason">What is missing, as the agency will read it.</param>
    public Outcome RequestSupplement(Actor reviewer, Criterion criterion, string? reason, DateTime now)
    {
        if (MayJudge(reviewer, criterion) is { Ok: false } refused)
            return refused;
        if (set.QuestionsOf(criterion).All(q => q.FilledBy != FilledBy.Agency))
            return Outcome.Input($"Tiêu chí {criterion.Code} không có câu nào do cơ quan trả lời nên không yêu cầu bổ sung được.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập nội dung cần bổ sung: cơ quan sẽ đọc trong thông báo trả lại.");
        Touched.Clear();
        Give(criterion, VerdictKind.SupplementRequested, reason.Trim(), reviewer, now);
        return Outcome.Done;
    }

    /// <summary>Puts the criterion before the council; until it has decided, only who referred it may take it back by judging.</summary>
    public Outcome Refer(Actor reviewer, Criterion criterion, string? reason, DateTime now)
    {
        if (MayJudge(reviewer, criterion) is { Ok: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập vấn đề cần Hội đồng quyết định.");
        Touched.Clear();
        Give(criterion, VerdictKind.ReferredToCouncil, reason.Trim(), reviewer, now);
        return Outcome.Done;
    }

    /// <summary>Changes the verified value of a question that feeds no criterion.</summary>
    public Outcome AdjustUnscored(Actor reviewer, Question question, string? json, string? reason, DateTime now)
    {
        if (submission.CheckReviewer(Verb.Judge, period, reviewer) is { Ok: false } refused)
            return refused;
        if (set.CriteriaOf(question.Code).Count > 0)
            return Outcome.Input($"Câu {question.Code} thuộc tiêu chí {string.Join(", ", set.CriteriaOf(question.Code).Select(c => c.Code))}: điều chỉnh ở trang tiêu chí.");
        List<ValueAdjustment> adjustments = [new(question.Code, json)];
        if (MayChange(null, adjustments, reason) is { Ok: false } wrong)
            return wrong;
        Touched.Clear();
        Touched.AddRange(Change(reviewer, null, adjustments, reason, now));
        return Outcome.Done;
    }

    /// <summary>Whether a reviewer may return these questions: his own criteria's, and nothing that the council decided.</summary>
    public Outcome MayReturn(Actor reviewer, IEnumerable<string> questionCodes)
    {
        if (submission.CheckReviewer(Verb.Return, period, reviewer) is { Ok: false } refused)
            return refused;
        var problems = new List<OutcomeProblem>();
        foreach (var code in questionCodes)
        {
            var criteria = set.CriteriaOf(code);
            if (criteria.FirstOrDefault(DecidedByCouncil) is { } decided)
                problems.Add(new($"Câu {code} thuộc tiêu chí {decided.Code} đã do Hội đồng quyết định nên không trả lại được.", code));
            else if (criteria.Count > 0 && !criteria.Any(c => period.IsAssigned(reviewer.UserId, submission.AgencyId, set, c)))
                problems.Add(new($"Câu {code} thuộc tiêu chí {string.Join(", ", criteria.Select(c => c.Code))} được phân công cho người khác.", code));
        }

        return problems.Count > 0 ? Outcome.Input(problems) : Outcome.Done;
    }

    /// <summary>After a returned form came back: criteria that the returned questions can move are looked at again, and judged a second time again.</summary>
    /// <param name="head">Who handed the form in.</param>
    public void LookAgainAfter(Return answered, Actor head, DateTime now)
    {
        Touched.Clear();
        var moved = answered.Items.SelectMany(i => set.MovedBy(i.QuestionCode)).ToHashSet();
        foreach (var verdict in set.Criteria.Where(moved.Contains).Select(c => VerdictOn(c.Code)).OfType<CriterionVerdict>().Where(v => v.Kind != VerdictKind.ReferredToCouncil))
        {
            verdict.AskAgain("Cơ quan đã bổ sung câu được trả lại.", head, now);
            Touched.Add(verdict);
        }

        foreach (var second in moved.Select(c => SecondOn(c.Code)).OfType<SecondReview>().Where(s => s.GivenAt is not null).ToList())
        {
            second.Close("Cơ quan đã bổ sung câu được trả lại.", now);
            var again = second.Again(head, now);
            _seconds[second.CriterionCode] = again;
            NewSeconds.Add(again);
        }
    }

    /// <summary>
    /// The second judgement, from what the agency handed in; compared with the first one as soon as both are given.
    /// A difference puts the criterion before the council.
    /// </summary>
    /// <param name="adjustments">Values that should stand instead of the declared ones.</param>
    public Outcome GiveSecond(Actor reviewer, Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason, DateTime now)
    {
        if (MayJudgeSecond(reviewer, criterion) is { Ok: false } refused)
            return refused;
        var values = new ValueCheck(set, _answers, AnswerStage.Declared);
        if (Foreign(criterion, adjustments) is { } foreign)
            return Outcome.Input($"Câu {foreign} không thuộc tiêu chí {criterion.Code}.");
        if (values.MayChange(adjustments, reason) is { Ok: false } wrong)
            return wrong;
        if (values.LeftToInspector(criterion, adjustments) is { Ok: false } open)
            return open;
        Touched.Clear();
        SecondOn(criterion.Code)!.Give(
            values.NeedReason(adjustments).Count > 0 ? VerdictKind.Adjusted : VerdictKind.Agreed, values.Of(criterion, adjustments), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), now);
        CompareWithSecond(criterion, reviewer, now);
        return Outcome.Done;
    }

    /// <summary>Whether the reviewer may give the second judgement on a criterion now.</summary>
    public Outcome MayJudgeSecond(Actor reviewer, Criterion criterion)
    {
        if (VerbTable.Check(Verb.JudgeSecond, reviewer.Role, period.State, submission.State) is { Ok: false } refused)
            return refused;
        if (period.Barred(reviewer, submission.AgencyId) is { } barred)
            return Outcome.NotAllowed(barred);
        if (SecondOn(criterion.Code) is not { } second || second.ReviewerId != reviewer.UserId)
            return Outcome.NotAllowed($"Tiêu chí {criterion.Code} không được phân công cho anh/chị thẩm tra lần hai.");
        return second.IsOpen ? Outcome.Done : Outcome.WrongState($"Tiêu chí {criterion.Code} đã có kết luận thẩm tra lần hai.");
    }

    /// <summary>Whether a criterion waits for the council, and the actor may record what it decides.</summary>
    public Outcome MayDecide(Actor manager, Criterion criterion)
    {
        if (VerbTable.Check(Verb.DecideInCouncil, manager.Role, period.State, submission.State) is { Ok: false } refused)
            return refused;
        return VerdictOn(criterion.Code) is { Kind: VerdictKind.ReferredToCouncil } ? Outcome.Done : Outcome.WrongState($"Tiêu chí {criterion.Code} không chờ Hội đồng quyết định.");
    }

    /// <summary>The council's decision: the values that stand, with the reason and the votes. It ends the matter.</summary>
    /// <param name="session">With attendances and members; of the period's council.</param>
    /// <param name="adjustments">Values that shall stand where they differ from the verified ones.</param>
    public Outcome Decide(
        Actor manager, Criterion criterion, CouncilSession session, IReadOnlyList<ValueAdjustment> adjustments, string? reason, CouncilVotes votes, DateTime now, out CouncilDecision? decision)
    {
        decision = null;
        if (MayDecide(manager, criterion) is { Ok: false } refused)
            return refused;
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(reason))
            problems.Add(new("Nhập lý do quyết định của Hội đồng.", "reason"));
        var voters = session.VotersOn(submission.AgencyId).Count;
        if (votes.For < 0 || votes.Against < 0 || votes.Abstaining < 0)
            problems.Add(new("Số phiếu không được âm.", "votes"));
        else if (votes.Count != voters)
            problems.Add(new($"Tổng số phiếu là {votes.Count}, phải bằng {voters} thành viên dự phiên họp và được biểu quyết về cơ quan này.", "votes"));
        else if (votes.For * 2 <= voters)
            problems.Add(new($"Quyết định phải được quá nửa số thành viên tán thành ({votes.For}/{voters}).", "votes"));
        if (problems.Count > 0)
            return Outcome.Input(problems);
        if (MayAdjust(criterion, adjustments, reason) is { Ok: false } wrong)
            return wrong;
        Touched.Clear();
        Set(criterion, adjustments, reason, manager, now, byCouncil: true);
        decision = new CouncilDecision(session, submission.Id, criterion.Code, VerdictOn(criterion.Code)!.Kind, Values().Of(criterion, []), reason!.Trim(), votes, manager, now);
        return Outcome.Done;
    }

    /// <summary>A conflict of interest was declared: what the reviewer judged is looked at by somebody else.</summary>
    public void LookAgainAfterConflict(Actor reviewer, DateTime now)
    {
        Touched.Clear();
        foreach (var verdict in set.Criteria.Select(c => VerdictOn(c.Code)).OfType<CriterionVerdict>().Where(v => v.Stands && v.JudgedById == reviewer.UserId))
        {
            verdict.AskAgain("Người thẩm tra đã khai báo xung đột lợi ích.", reviewer, now);
            Touched.Add(verdict);
        }
    }

    private ValueCheck Values() => new(set, _answers, AnswerStage.Verified);

    private bool DecidedByCouncil(Criterion criterion) => VerdictOn(criterion.Code) is { ByCouncil: true, Stands: true };

    private string? Foreign(Criterion criterion, IEnumerable<ValueAdjustment> adjustments)
    {
        var own = set.QuestionsOf(criterion).Select(q => q.Code).ToHashSet();
        return adjustments.FirstOrDefault(a => !own.Contains(a.QuestionCode))?.QuestionCode;
    }

    private Outcome MayAdjust(Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason)
    {
        if (Foreign(criterion, adjustments) is { } foreign)
            return Outcome.Input($"Câu {foreign} không thuộc tiêu chí {criterion.Code}.");
        if (MayChange(criterion, adjustments, reason) is { Ok: false } wrong)
            return wrong;
        return Values().LeftToInspector(criterion, adjustments);
    }

    private Outcome MayChange(Criterion? criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason)
    {
        var values = Values();
        foreach (var code in adjustments.Where(values.IsChange).Select(a => a.QuestionCode))
        {
            if (set.CriteriaOf(code).FirstOrDefault(c => c != criterion && DecidedByCouncil(c)) is { } decided)
                return Outcome.InputAt(code, $"Giá trị câu {code} đã do Hội đồng quyết định ở tiêu chí {decided.Code} nên không điều chỉnh được.");
        }

        return values.MayChange(adjustments, reason);
    }

    /// <summary>Sets the values and the verdict that follows from them.</summary>
    private void Set(Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason, Actor actor, DateTime now, bool byCouncil = false)
    {
        var lookAgain = Change(actor, criterion, adjustments, reason, now);
        var adjusted = set.QuestionsOf(criterion).Where(q => q.FilledBy == FilledBy.Agency).Select(q => AnswerTo(q.Code)).OfType<Answer>().Where(a => a.IsAdjusted).ToList();
        if (adjusted.Count == 0)
        {
            Give(criterion, VerdictKind.Agreed, byCouncil ? reason!.Trim() : null, actor, now, byCouncil);
        }
        else
        {
            Reword(adjusted, VerdictOn(criterion.Code)?.Reason, reason, actor, now);
            Give(criterion, VerdictKind.Adjusted, string.IsNullOrWhiteSpace(reason) ? adjusted[0].VerifiedReason : reason.Trim(), actor, now, byCouncil);
        }

        Touched.AddRange(lookAgain);
    }

    /// <summary>Sets the values that are new and the verdicts of the other criteria that they move.</summary>
    /// <returns>Those verdicts.</returns>
    private List<CriterionVerdict> Change(Actor actor, Criterion? criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason, DateTime now)
    {
        var changed = adjustments.Where(Values().IsChange).Select(a => (Question: set.FindQuestion(a.QuestionCode)!, a.Json)).ToList();
        if (changed.Count == 0)
            return [];
        foreach (var (question, json) in changed)
        {
            if (!_answers.TryGetValue(question.Code, out var answer))
            {
                answer = new Answer(submission.Id, question.Code);
                _answers.Add(question.Code, answer);
                NewAnswers.Add(answer);
            }

            answer.Verify(json, question.FilledBy == FilledBy.Agency ? reason?.Trim() : null, actor, now);
        }

        period.RaiseCohortVersion();
        var codes = changed.Select(v => v.Question.Code).ToList();
        var lookAgain = Moved(criterion, codes).Select(c => VerdictOn(c.Code)!).ToList();
        foreach (var verdict in lookAgain)
            verdict.AskAgain($"Giá trị {string.Join(", ", codes)} đã được điều chỉnh.", actor, now);
        return lookAgain;
    }

    /// <summary>A reason that is worded anew under its criterion is worded anew for the values that it was given for.</summary>
    private static void Reword(IEnumerable<Answer> adjusted, string? former, string? reason, Actor reviewer, DateTime now)
    {
        if (former is null || string.IsNullOrWhiteSpace(reason))
            return;
        foreach (var answer in adjusted.Where(a => a.VerifiedReason == former))
            answer.Verify(answer.VerifiedJson, reason.Trim(), reviewer, now);
    }

    private void CompareWithSecond(Criterion criterion, Actor actor, DateTime now)
    {
        if (SecondOn(criterion.Code) is not { GivenAt: not null } second || VerdictOn(criterion.Code) is not { Stands: true, ByCouncil: false } verdict)
            return;
        var given = second.Values();
        var agrees = Values().Of(criterion, []).All(v => given.GetValueOrDefault(v.Key) == v.Value);
        second.Compare(verdict.Kind, agrees, now);
        if (agrees)
            return;
        verdict.Refer("Hai người thẩm tra kết luận khác nhau.", actor, now);
        if (!Touched.Contains(verdict))
            Touched.Insert(0, verdict);
    }

    private void Give(Criterion criterion, VerdictKind kind, string? reason, Actor actor, DateTime now, bool byCouncil = false)
    {
        if (!_verdicts.TryGetValue(criterion.Code, out var verdict))
        {
            verdict = new CriterionVerdict(submission.Id, criterion.Code);
            _verdicts.Add(criterion.Code, verdict);
            NewVerdicts.Add(verdict);
        }

        verdict.Set(kind, reason, actor, now, byCouncil);
        if (!Touched.Contains(verdict))
            Touched.Add(verdict);
    }
}
