using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
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

    /// <summary>Other criteria with a verdict that would have to be looked at again if these questions changed.</summary>
    public IReadOnlyList<Criterion> Moved(Criterion? criterion, IEnumerable<string> questionCodes) =>
        [.. questionCodes.SelectMany(set.CriteriaOf).Distinct().Where(c => c != criterion && VerdictOn(c.Code) is not null)];

    /// <summary>Questions whose value would newly differ from what the agency declared: they need the reason.</summary>
    public IReadOnlyList<string> NeedReason(IEnumerable<ValueAdjustment> adjustments) =>
        [.. adjustments.Where(a => set.FindQuestion(a.QuestionCode) is { FilledBy: FilledBy.Agency } && IsChange(a) && AnswerTo(a.QuestionCode)?.DeclaredJson != a.Json).Select(a => a.QuestionCode)];

    public Outcome Agree(Actor reviewer, Criterion criterion, DateTime now)
    {
        if (submission.CheckReviewer(Verb.Judge, period, reviewer) is { Ok: false } refused)
            return refused;
        var asked = Asked();
        var open = set.QuestionsOf(criterion)
            .Where(q => q.FilledBy == FilledBy.Inspector && q.Required && asked.Contains(q.Code) && AnswerTo(q.Code)?.ValueAt(AnswerStage.Verified) is null).ToList();
        if (open.Count > 0)
            return Outcome.Input([.. open.Select(q => $"Nhập câu {q.Code} ({q.Text}): câu này do Sở Thông tin và Truyền thông điền.")]);
        Touched.Clear();
        Give(criterion, VerdictKind.Agreed, null, reviewer, now);
        return Outcome.Done;
    }

    /// <summary>
    /// Changes verified values under a criterion. A value that differs from the declared one needs the reason; values of
    /// inspector questions need none. Without any changed declared value the verdict is <see cref="VerdictKind.Agreed"/>.
    /// </summary>
    public Outcome Adjust(Actor reviewer, Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments, string? reason, DateTime now)
    {
        if (submission.CheckReviewer(Verb.Judge, period, reviewer) is { Ok: false } refused)
            return refused;
        var own = set.QuestionsOf(criterion).ToDictionary(q => q.Code);
        if (adjustments.FirstOrDefault(a => !own.ContainsKey(a.QuestionCode)) is { } foreign)
            return Outcome.Input($"Câu {foreign.QuestionCode} không thuộc tiêu chí {criterion.Code}.");
        Touched.Clear();
        if (Apply(reviewer, criterion, adjustments, reason, now) is { Ok: false } wrong)
            return wrong;
        var differs = own.Values.Any(q => q.FilledBy == FilledBy.Agency && AnswerTo(q.Code)?.HasVerified == true);
        if (Agree(reviewer, criterion, now) is { Ok: false } open)
            return open;
        if (differs)
        {
            var why = string.IsNullOrWhiteSpace(reason) ? own.Values.Select(q => AnswerTo(q.Code)?.VerifiedReason).FirstOrDefault(r => r is not null) : reason.Trim();
            Give(criterion, VerdictKind.Adjusted, why, reviewer, now);
        }

        Touched.AddRange(_lookAgain);
        return Outcome.Done;
    }

    /// <summary>Changes the verified value of a question that feeds no criterion.</summary>
    public Outcome AdjustUnscored(Actor reviewer, Question question, string? json, string? reason, DateTime now)
    {
        if (submission.CheckReviewer(Verb.Judge, period, reviewer) is { Ok: false } refused)
            return refused;
        if (set.CriteriaOf(question.Code).Count > 0)
            return Outcome.Input($"Câu {question.Code} thuộc tiêu chí {string.Join(", ", set.CriteriaOf(question.Code).Select(c => c.Code))}: điều chỉnh ở trang tiêu chí.");
        Touched.Clear();
        return Apply(reviewer, null, [new ValueAdjustment(question.Code, json)], reason, now);
    }

    /// <summary>After a returned form came back: criteria that read the returned questions are looked at again.</summary>
    public void LookAgainAfter(Return answered)
    {
        Touched.Clear();
        foreach (var verdict in answered.Items.SelectMany(i => set.CriteriaOf(i.QuestionCode)).Distinct().Select(c => VerdictOn(c.Code)).OfType<CriterionVerdict>())
        {
            verdict.AskAgain("Cơ quan đã bổ sung câu được trả lại.");
            Touched.Add(verdict);
        }
    }

    /// <summary>Codes of the questions that are asked with the verified values as they stand.</summary>
    private IReadOnlySet<string> Asked() => Check([]).Asked;

    /// <summary>The form as it would be verified with these values.</summary>
    private FormFindings Check(IReadOnlyList<ValueAdjustment> adjustments)
    {
        var values = new Dictionary<string, AnswerValue>();
        foreach (var (code, json) in _answers.Values.Select(a => (a.QuestionCode, a.ValueAt(AnswerStage.Verified))).Concat(adjustments.Select(a => (a.QuestionCode, a.Json))))
        {
            if (json is not null && set.FindQuestion(code) is { } question && AnswerJson.Read(question, json).Value is { } value)
                values[code] = value;
            else
                values.Remove(code);
        }

        return FormCheck.Run(set, values, new Dictionary<string, AnswerValue>(), new HashSet<string>());
    }

    private bool IsChange(ValueAdjustment adjustment) => AnswerTo(adjustment.QuestionCode)?.ValueAt(AnswerStage.Verified) != adjustment.Json;

    private readonly List<CriterionVerdict> _lookAgain = [];

    private Outcome Apply(Actor reviewer, Criterion? criterion, IReadOnlyList<ValueAdjustment> values, string? reason, DateTime now)
    {
        var changed = values.Where(IsChange).Select(v => (Question: set.FindQuestion(v.QuestionCode)!, v.Json)).ToList();
        if (changed.FirstOrDefault(v => v.Question.FilledBy == FilledBy.System).Question is { } computed)
            return Outcome.NotAllowed($"Câu {computed.Code} do hệ thống xác định.");
        // A slip of the reviewer's would count at once: nobody checks it before it is scored.
        var codes = changed.Select(v => v.Question.Code).ToHashSet();
        var wrong = Check(values).All.Where(f => f.Kind is FindingKind.Bounds or FindingKind.Shape && f.Questions.Any(codes.Contains)).ToList();
        if (wrong.Count > 0)
            return Outcome.Input([.. wrong.Select(f => f.Message)]);
        var needsReason = NeedReason(values);
        if (needsReason.Count > 0 && string.IsNullOrWhiteSpace(reason))
            return Outcome.Input($"Nhập lý do điều chỉnh ({string.Join(", ", needsReason)}): cơ quan sẽ đọc lý do này ở kết quả sơ bộ.");
        _lookAgain.Clear();
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

        if (changed.Count > 0)
        {
            period.RaiseCohortVersion();
            foreach (var moved in Moved(criterion, changed.Select(v => v.Question.Code)))
            {
                var verdict = VerdictOn(moved.Code)!;
                verdict.AskAgain($"Giá trị {string.Join(", ", changed.Select(v => v.Question.Code))} đã được điều chỉnh.");
                _lookAgain.Add(verdict);
            }
        }

        return Outcome.Done;
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
