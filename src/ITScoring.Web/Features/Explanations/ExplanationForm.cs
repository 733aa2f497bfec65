using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Explanations;

/// <summary>Writing one explanation.</summary>
/// <param name="Draft">What is stored of it; null: nothing yet.</param>
/// <param name="Refusal">Why nothing can be written now; null: it can.</param>
/// <param name="Questions">What may be contested: the question, the verified value, whether it is ticked, the claimed value's field, and what is wrong with it.</param>
public sealed record ExplanationForm(
    OwnForm Form, ExplanationRow Row, Explanation? Draft, string Text, string? Refusal, IReadOnlyList<(Question Question, string Declared, string Verified, bool Contested, QuestionField Field, string? Problem)> Questions);
