using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>How one question stands in a form's workbook.</summary>
/// <param name="Value">Null: unanswered.</param>
/// <param name="Previous">Last period's value; null: there is none.</param>
/// <param name="IsOpen">Whether answer and note may be changed.</param>
/// <param name="Remarks">Sentences below the question's text: condition, help, why it was returned or is closed.</param>
public sealed record FormWorkbookQuestion(Question Question, AnswerValue? Value, string? Note, AnswerValue? Previous, bool IsOpen, IReadOnlyList<string> Remarks);
