using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Shared;

/// <summary>Answers as people read them, with the unit: 1.234,5 Mbps.</summary>
public static class AnswerText
{
    public const string Unanswered = "Chưa trả lời";

    public static string Of(Question question, AnswerValue? value) =>
        value is null ? Unanswered : AnswerWords.Of(question, value) + (value is NumberAnswer && question.Unit is { } unit ? " " + unit : "");

    /// <summary>The same from canonical JSON.</summary>
    public static string Of(Question question, string? json) => Of(question, Value(question, json));

    public static AnswerValue? Value(Question question, string? json) => json is null ? null : AnswerJson.Read(question, json).Value;
}
