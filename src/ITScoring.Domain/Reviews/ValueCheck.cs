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

    /// <summary>What the form check says of values, apart from evidence and last period's figures.</summary>
    public FormFindings Findings(IReadOnlyDictionary<string, AnswerValue> values) => FormCheck.Run(set, values, new Dictionary<string, AnswerValue>(), new HashSet<string>());
}
