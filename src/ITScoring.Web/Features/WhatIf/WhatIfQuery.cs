using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.WhatIf;

/// <summary>Lays what was typed over the form's values in memory and asks the engine for both scores. Reads only.</summary>
public sealed class WhatIfQuery(FormState forms)
{
    /// <summary>Before the question's code in the names of the sandbox's fields, so that none is taken for a field of the form.</summary>
    public const string Prefix = "try-";

    /// <param name="typed">Null: nothing was typed yet.</param>
    public async Task<WhatIfPage> PageAsync(OwnForm form, WhatIfScope scope, IFormCollection? typed = null, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var values = state.Values.ToDictionary();
        var inputs = new Dictionary<string, AnswerInput>();
        if (typed is not null)
        {
            foreach (var question in scope.Questions)
            {
                var input = AnswerInput.Read(question, typed, Prefix);
                if (!input.IsSent)
                    continue;
                inputs[question.Code] = input;
                if (input.Problem is not null)
                    continue;
                if (AnswerText.Value(question, input.Json) is { } value)
                    values[question.Code] = value;
                else
                    values.Remove(question.Code);
            }
        }

        var findings = FormCheck.Run(form.Set, values, state.Previous, new HashSet<string>());
        var after = typed is null ? state.Sheet : await forms.TryAsync(form, values, state.Previous, cancel);
        var moved = scope.Questions.SelectMany(q => form.Set.MovedBy(q.Code)).Select(c => c.Code).ToHashSet();
        return new WhatIfPage
        {
            Form = form,
            Scope = scope,
            Fields = [.. scope.Questions.Select(q => Field(state, q, inputs.GetValueOrDefault(q.Code), values.GetValueOrDefault(q.Code), findings))],
            IsTried = typed is not null,
            Before = state.Sheet,
            After = after,
            Criteria = [.. form.Set.Criteria.Where(c => moved.Contains(c.Code)).Select(c => (c, state.Sheet.Criterion(c.Code), after.Criterion(c.Code)))],
            IsProvisional = form.Period.State < PeriodState.Preliminary,
        };
    }

    private static WhatIfField Field(FormState.Loaded state, Question question, AnswerInput? input, AnswerValue? tried, FormFindings findings)
    {
        var stored = state.Values.GetValueOrDefault(question.Code);
        var id = Prefix + question.Code.ToLowerInvariant();
        // What only the reviewer is told is not the agency's to see; what is missing is no matter of trying.
        IReadOnlyList<Finding> against = tried?.ToJson() == stored?.ToJson() ? [] :
            [.. findings.For(question.Code).Where(f => f.Level != CheckLevel.Inspector && f.Kind is FindingKind.Bounds or FindingKind.Shape or FindingKind.Check)];
        var (problem, described) = (input?.Problem, input?.Problem is not null || against.Count > 0 ? id + "-f" : null);
        return new WhatIfField(
            question,
            problem is not null
                ? QuestionField.Typed(question, input!, Prefix, invalid: true, described, id + "-t", mayAddRows: false)
                : QuestionField.Of(question, tried, Prefix, describedBy: described, labelledBy: id + "-t"),
            AnswerText.Of(question, stored),
            tried?.ToJson() != stored?.ToJson(),
            findings.Asked.Contains(question.Code),
            problem,
            against);
    }
}
