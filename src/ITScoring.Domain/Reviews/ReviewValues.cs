using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Reviews;

/// <summary>The values of a form as a judgement would leave them, and what stands against them.</summary>
/// <param name="stage">Which values the judgement starts from.</param>
internal sealed class ReviewValues(CriteriaSet set, IReadOnlyDictionary<string, Answer> answers, AnswerStage stage = AnswerStage.Verified)
{
    public string? ValueOf(string questionCode) => answers.GetValueOrDefault(questionCode)?.ValueAt(stage);

    public bool IsChange(ValueAdjustment adjustment) => ValueOf(adjustment.QuestionCode) != adjustment.Json;

    /// <summary>Questions whose value would newly differ from what the agency declared: they need the reason.</summary>
    public IReadOnlyList<string> NeedReason(IEnumerable<ValueAdjustment> adjustments) =>
        [.. adjustments.Where(a => set.FindQuestion(a.QuestionCode) is { FilledBy: FilledBy.Agency } && IsChange(a) && answers.GetValueOrDefault(a.QuestionCode)?.DeclaredJson != a.Json).Select(a => a.QuestionCode)];

    /// <summary>Everything that stands against the new values, before any is set.</summary>
    public Outcome MayChange(IReadOnlyList<ValueAdjustment> adjustments, string? reason)
    {
        var changed = adjustments.Where(IsChange).Select(a => a.QuestionCode).ToHashSet();
        if (changed.Select(set.FindQuestion).FirstOrDefault(q => q!.FilledBy == FilledBy.System) is { } computed)
            return Outcome.NotAllowed($"Câu {computed.Code} do hệ thống xác định.");
        // A slip of the reviewer's would count at once: nobody checks it before it is scored.
        var wrong = Check(With(adjustments)).All.Where(f => f.Kind is FindingKind.Bounds or FindingKind.Shape && f.Questions.Any(changed.Contains)).ToList();
        if (wrong.Count > 0)
            return Outcome.Input([.. wrong.Select(f => new OutcomeProblem(f.Message, f.Questions.First(changed.Contains)))]);
        var needsReason = NeedReason(adjustments);
        return needsReason.Count > 0 && string.IsNullOrWhiteSpace(reason)
            ? Outcome.InputAt("reason", $"Nhập lý do điều chỉnh ({string.Join(", ", needsReason)}): cơ quan sẽ đọc lý do này ở kết quả sơ bộ.")
            : Outcome.Done;
    }

    /// <summary>Refuses while a question that the inspector must fill in is asked under the criterion and has no value, the new ones counted.</summary>
    public Outcome LeftToInspector(Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments)
    {
        var values = With(adjustments);
        var asked = Check(values).Asked;
        var open = set.QuestionsOf(criterion).Where(q => q.FilledBy == FilledBy.Inspector && q.Required && asked.Contains(q.Code) && !values.ContainsKey(q.Code)).ToList();
        return open.Count == 0 ? Outcome.Done : Outcome.Input([.. open.Select(q => new OutcomeProblem($"Nhập câu {q.Code} ({q.Text}): câu này do cơ quan thẩm tra điền.", q.Code))]);
    }

    /// <summary>Canonical JSON of the criterion's values as they would stand; of questions that people answer.</summary>
    public IReadOnlyDictionary<string, string?> Of(Criterion criterion, IReadOnlyList<ValueAdjustment> adjustments) =>
        set.QuestionsOf(criterion).Where(q => q.FilledBy != FilledBy.System)
            .ToDictionary(q => q.Code, q => adjustments.FirstOrDefault(a => a.QuestionCode == q.Code) is { } adjusted ? adjusted.Json : ValueOf(q.Code));

    /// <summary>The form's values with the adjustments.</summary>
    private Dictionary<string, AnswerValue> With(IReadOnlyList<ValueAdjustment> adjustments)
    {
        var values = new Dictionary<string, AnswerValue>();
        foreach (var (code, json) in answers.Values.Select(a => (a.QuestionCode, a.ValueAt(stage))).Concat(adjustments.Select(a => (a.QuestionCode, a.Json))))
        {
            values.Remove(code);
            if (json is not null && set.FindQuestion(code) is { } question && AnswerJson.Read(question, json).Value is { } value)
                values[code] = value;
        }

        return values;
    }

    private FormFindings Check(IReadOnlyDictionary<string, AnswerValue> values) => FormCheck.Run(set, values, new Dictionary<string, AnswerValue>(), new HashSet<string>());
}
