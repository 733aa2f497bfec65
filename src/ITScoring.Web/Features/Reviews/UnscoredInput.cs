using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Reviews;

/// <summary>What was typed for a question that feeds no criterion and could not be stored.</summary>
/// <param name="Problem">What is wrong with the value; null: the reason, or something else, is.</param>
public sealed record UnscoredInput(Question Question, AnswerInput Input, string? Reason, string? Problem);
