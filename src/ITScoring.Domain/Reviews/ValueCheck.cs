using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Reviews;

/// <summary>
/// What stands against values that the verifying side sets. They count at once and nobody checks them before they are scored, so a reviewer's adjustment and the
/// final value of an accepted explanation go through the same check.
/// </summary>
/// <param name="answers">All answers of the form, by question.</param>
/// <param name="stage">At which the values are to count.</param>
internal sealed class ValueCheck(CriteriaSet set, IReadOnlyDictionary<string, Answer> answers, AnswerStage stage)
{
    /// <summary>Whether the value differs from the one that counts now.</summary>
    public bool IsChange(ValueAdjustment value) => answers.GetValueOrDefault(value.QuestionCode)?.ValueAt(stage) != value.Json;

    /// <summary>The form's values as they would be with the new ones.</summary>
    public Dictionary<string, AnswerValue> With(IReadOnlyList<ValueAdjustment> changes)
    {
        var values = new Dictionary<string, AnswerValue>();
        foreach (var (code, json) in answers.Values.Select(a => (a.QuestionCode, a.ValueAt(stage))).Concat(changes.Select(a => (a.QuestionCode, a.Json))))
        {
            values.Remove(code);
            if (json is not null && set.FindQuestion(code) is { } question && AnswerJson.Read(question, json).Value is { } value)
                values[code] = value;
        }

        return values;
    }

    /// <summary>Refuses what the portal computes itself, and what breaks the shape or the bounds of a question; values that change nothing are let be.</summary>
    public Outcome Check(IReadOnlyList<ValueAdjustment> changes)
    {
        var changed = changes.Where(IsChange).Select(a => a.QuestionCode).ToHashSet();
        if (changed.Select(set.FindQuestion).FirstOrDefault(q => q!.FilledBy == FilledBy.System) is { } computed)
            return Outcome.NotAllowed($"Câu {computed.Code} do hệ thống xác định.");
        var wrong = Findings(With(changes)).All.Where(f => f.Kind is FindingKind.Bounds or FindingKind.Shape && f.Questions.Any(changed.Contains)).ToList();
        return wrong.Count > 0 ? Outcome.Input([.. wrong.Select(f => new OutcomeProblem(f.Message, f.Questions.First(changed.Contains)))]) : Outcome.Done;
    }

    /// <summary>Questions whose value would newly differ from what the agency declared: they need the reason.</summary>
    public IReadOnlyList<string> NeedReason(IEnumerable<ValueAdjustment> changes) =>
        [.. changes.Where(a => set.FindQuestion(a.QuestionCode) is { FilledBy: FilledBy.Agency } && IsChange(a) && answers.GetValueOrDefault(a.QuestionCode)?.DeclaredJson != a.Json).Select(a => a.QuestionCode)];

    /// <summary>Everything that stands against a reviewer's values, before any is set: <see cref="Check"/>, and a reason that is missing.</summary>
    public Outcome MayChange(IReadOnlyList<ValueAdjustment> changes, string? reason)
    {
        if (Check(changes) is { Ok: false } wrong)
            return wrong;
        var needsReason = NeedReason(changes);
        return needsReason.Count > 0 && string.IsNullOrWhiteSpace(reason)
            ? Outcome.InputAt("reason", $"Nhập lý do điều chỉnh ({string.Join(", ", needsReason)}): cơ quan sẽ đọc lý do này ở kết quả sơ bộ.")
            : Outcome.Done;
    }

    /// <summary>Refuses while a question that the inspector must fill in is asked under the criterion and has no value, the new ones counted.</summary>
    public Outcome LeftToInspector(Criterion criterion, IReadOnlyList<ValueAdjustment> changes)
    {
        var values = With(changes);
        var asked = Findings(values).Asked;
        var open = set.QuestionsOf(criterion).Where(q => q.FilledBy == FilledBy.Inspector && q.Required && asked.Contains(q.Code) && !values.ContainsKey(q.Code)).ToList();
        return open.Count == 0 ? Outcome.Done : Outcome.Input([.. open.Select(q => new OutcomeProblem($"Nhập câu {q.Code} ({q.Text}): câu này do cơ quan thẩm tra điền.", q.Code))]);
    }

    /// <summary>Canonical JSON of the criterion's values as they would stand; of questions that people answer.</summary>
    public IReadOnlyDictionary<string, string?> Of(Criterion criterion, IReadOnlyList<ValueAdjustment> changes) =>
        set.QuestionsOf(criterion).Where(q => q.FilledBy != FilledBy.System)
            .ToDictionary(q => q.Code, q => changes.FirstOrDefault(a => a.QuestionCode == q.Code) is { } changed ? changed.Json : answers.GetValueOrDefault(q.Code)?.ValueAt(stage));

    /// <summary>What the form check says of values, apart from evidence and last period's figures.</summary>
    public FormFindings Findings(IReadOnlyDictionary<string, AnswerValue> values) => FormCheck.Run(set, values, new Dictionary<string, AnswerValue>(), new HashSet<string>());
}
