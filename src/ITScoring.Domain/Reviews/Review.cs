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
public sealed class Review(CriteriaSet set, Period period, Submission submission, IEnumerable<Answer> answers, IEnumerable<CriterionVerdict> verdicts)
{
    private readonly Dictionary<string, Answer> _answers = answers.ToDictionary(a => a.QuestionCode);
    private readonly Dictionary<string, CriterionVerdict> _verdicts = verdicts.ToDictionary(v => v.CriterionCode);

    private ValueCheck Values => new(set, _answers, AnswerStage.Verified);

    /// <summary>Answers made by this review for questions that had none; to be added to the store.</summary>
    public List<Answer> NewAnswers { get; } = [];

    /// <summary>Verdicts given for the first time; to be added to the store.</summary>
    public List<CriterionVerdict> NewVerdicts { get; } = [];

    /// <summary>Verdicts changed by the last verb, its own criterion first.</summary>
    public List<CriterionVerdict> Touched { get; } = [];

    public CriterionVerdict? VerdictOn(string criterionCode) => _verdicts.GetValueOrDefault(criterionCode);

    public Answer? AnswerTo(string questionCode) => _answers.GetValueOrDefault(questionCode);

    /// <summary>Applicable criteria that keep the form from being finished, in set order.</summary>
    /// <param name="applicable">Codes of the criteria that apply on the verified values.</param>
    public IReadOnlyList<string> Undecided(IReadOnlySet<string> applicable) =>
        [.. set.Criteria.Where(c => applicable.Contains(c.Code) && VerdictOn(c.Code)?.Stands != true).Select(c => c.Code)];

    /// <summary>Other criteria with a verdict that would have to be looked at again if these questions changed, in set order.</summary>
    public IReadOnlyList<Criterion> Moved(Criterion? criterion, IEnumerable<string> questionCodes)
    {
        var moved = questionCodes.SelectMany(set.MovedBy).ToHashSet();
        return [.. set.Criteria.Where(c => moved.Contains(c) && c != criterion && VerdictOn(c.Code) is not null)];
    }

    /// <summary>Questions whose value would newly differ from what the agency declared: they need the reason.</summary>
    public IReadOnlyList<string> NeedReason(IEnumerable<ValueAdjustment> adjustments) =>
        [.. adjustments.Where(a => set.FindQuestion(a.QuestionCode) is { FilledBy: FilledBy.Agency } && IsChange(a) && AnswerTo(a.QuestionCode)?.DeclaredJson != a.Json).Select(a => a.QuestionCode)];

    public Outcome Agree(Actor reviewer, Criterion criterion, DateTime now)
    {
        if (submission.CheckReviewer(Verb.Judge, period, reviewer) is { Ok: false } refused)
            return refused;
        if (LeftToInspector(criterion, []) is { Ok: false } open)
            return open;
        Touched.Clear();
        Give(criterion, VerdictKind.Agreed, null, reviewer, now);
        return Outcome.Done;
    }

    /// <summary>
    /// Changes verified values under a criterion. A value that differs from the declared one needs the reason; values of
    /// inspector questions need none. Without any value that differs from the declared one the verdict is <see cref="VerdictKind.Agreed"/>.
    /// </summary>
    public Outcome Adjust(Actor reviewer, Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason, DateTime now)
    {
        if (submission.CheckReviewer(Verb.Judge, period, reviewer) is { Ok: false } refused)
            return refused;
        var own = set.QuestionsOf(criterion).ToDictionary(q => q.Code);
        if (adjustments.FirstOrDefault(a => !own.ContainsKey(a.QuestionCode)) is { } foreign)
            return Outcome.Input($"Câu {foreign.QuestionCode} không thuộc tiêu chí {criterion.Code}.");
        if (MayChange(adjustments, reason) is { Ok: false } wrong)
            return wrong;
        if (LeftToInspector(criterion, adjustments) is { Ok: false } open)
            return open;

        Touched.Clear();
        var lookAgain = Change(reviewer, criterion, adjustments, reason, now);
        var adjusted = own.Values.Where(q => q.FilledBy == FilledBy.Agency).Select(q => AnswerTo(q.Code)).OfType<Answer>().Where(a => a.IsAdjusted).ToList();
        if (adjusted.Count == 0)
        {
            Give(criterion, VerdictKind.Agreed, null, reviewer, now);
        }
        else
        {
            Reword(adjusted, VerdictOn(criterion.Code)?.Reason, reason, reviewer, now);
            Give(criterion, VerdictKind.Adjusted, string.IsNullOrWhiteSpace(reason) ? adjusted[0].VerifiedReason : reason.Trim(), reviewer, now);
        }

        Touched.AddRange(lookAgain);
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
        if (MayChange(adjustments, reason) is { Ok: false } wrong)
            return wrong;
        Touched.Clear();
        Touched.AddRange(Change(reviewer, null, adjustments, reason, now));
        return Outcome.Done;
    }

    /// <summary>After a returned form came back: criteria that the returned questions can move are looked at again.</summary>
    public void LookAgainAfter(Return answered)
    {
        Touched.Clear();
        foreach (var moved in Moved(null, answered.Items.Select(i => i.QuestionCode)))
        {
            var verdict = VerdictOn(moved.Code)!;
            verdict.AskAgain("Cơ quan đã bổ sung câu được trả lại.");
            Touched.Add(verdict);
        }
    }

    /// <summary>Refuses while a question that the inspector must fill in is asked under the criterion and has no value, the new ones counted.</summary>
    private Outcome LeftToInspector(Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments)
    {
        var values = Values.With(adjustments);
        var asked = Values.Findings(values).Asked;
        var open = set.QuestionsOf(criterion).Where(q => q.FilledBy == FilledBy.Inspector && q.Required && asked.Contains(q.Code) && !values.ContainsKey(q.Code)).ToList();
        return open.Count == 0 ? Outcome.Done : Outcome.Input([.. open.Select(q => new OutcomeProblem($"Nhập câu {q.Code} ({q.Text}): câu này do cơ quan thẩm tra điền.", q.Code))]);
    }

    /// <summary>Everything that stands against the new values, before any is set.</summary>
    private Outcome MayChange(IReadOnlyList<ValueAdjustment> adjustments, string? reason)
    {
        if (Values.Check(adjustments) is { Ok: false } wrong)
            return wrong;
        var needsReason = NeedReason(adjustments);
        return needsReason.Count > 0 && string.IsNullOrWhiteSpace(reason)
            ? Outcome.InputAt("reason", $"Nhập lý do điều chỉnh ({string.Join(", ", needsReason)}): cơ quan sẽ đọc lý do này ở kết quả sơ bộ.")
            : Outcome.Done;
    }

    private bool IsChange(ValueAdjustment adjustment) => Values.IsChange(adjustment);

    /// <summary>Sets the values that are new and the verdicts of the other criteria that they move.</summary>
    /// <returns>Those verdicts.</returns>
    private List<CriterionVerdict> Change(Actor reviewer, Criterion? criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason, DateTime now)
    {
        var changed = adjustments.Where(IsChange).Select(a => (Question: set.FindQuestion(a.QuestionCode)!, a.Json)).ToList();
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

            answer.Verify(json, question.FilledBy == FilledBy.Agency ? reason?.Trim() : null, reviewer, now);
        }

        period.RaiseCohortVersion();
        var codes = changed.Select(v => v.Question.Code).ToList();
        var lookAgain = Moved(criterion, codes).Select(c => VerdictOn(c.Code)!).ToList();
        foreach (var verdict in lookAgain)
            verdict.AskAgain($"Giá trị {string.Join(", ", codes)} đã được điều chỉnh.");
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

    private void Give(Criterion criterion, VerdictKind kind, string? reason, Actor reviewer, DateTime now)
    {
        if (!_verdicts.TryGetValue(criterion.Code, out var verdict))
        {
            verdict = new CriterionVerdict(submission.Id, criterion.Code);
            _verdicts.Add(criterion.Code, verdict);
            NewVerdicts.Add(verdict);
        }

        verdict.Set(kind, reason, reviewer, now);
        if (!Touched.Contains(verdict))
            Touched.Add(verdict);
    }
}
