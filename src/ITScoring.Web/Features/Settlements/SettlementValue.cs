using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Settlements;

/// <summary>One contested value, as people read it.</summary>
/// <param name="Reason">The reviewer's.</param>
/// <param name="Final">What became final, or would; null: it was declined, or nothing is concluded.</param>
/// <param name="Field">The settler's input, the same as the agency's.</param>
/// <param name="Problem">What is wrong with what was typed.</param>
public sealed record SettlementValue(Question Question, string Declared, string Verified, string Claimed, string? Reason, string? Final, QuestionField Field, string? Problem);
