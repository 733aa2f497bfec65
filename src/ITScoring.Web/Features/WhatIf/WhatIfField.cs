using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.WhatIf;

/// <summary>One figure of the sandbox.</summary>
/// <param name="Stored">What the form says, as people read it.</param>
/// <param name="IsChanged">Whether another value is tried.</param>
/// <param name="IsAsked">Whether it is asked with the values tried.</param>
/// <param name="Problem">Why the entry could not be understood; the form's value was used.</param>
/// <param name="Findings">What would stand against the values tried.</param>
public sealed record WhatIfField(Question Question, QuestionField Field, string Stored, bool IsChanged, bool IsAsked, string? Problem, IReadOnlyList<Finding> Findings)
{
    public string Id => "try-" + Question.Code.ToLowerInvariant();
}
