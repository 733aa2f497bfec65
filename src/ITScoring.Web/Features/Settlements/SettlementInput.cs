using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Settlements;

/// <summary>What somebody entered of a conclusion.</summary>
/// <param name="Conclusion"><c>accept</c> or <c>decline</c>; anything else: not chosen.</param>
/// <param name="Final">By question code, as typed.</param>
/// <param name="IsTrial">Only what accepting would do is asked.</param>
public sealed record SettlementInput(string? Conclusion, string? Reason, IReadOnlyDictionary<string, AnswerInput> Final, bool IsTrial)
{
    /// <summary>Before the question's code in the name of a field.</summary>
    public const string Prefix = "final-";

    /// <summary>Whether the final values count.</summary>
    public bool Accepts => IsTrial || Conclusion == "accept";

    /// <summary>Reads the fields of the page.</summary>
    public static SettlementInput Read(SettlementCase found, string? conclusion, string? reason, bool isTrial, IFormCollection form) =>
        new(conclusion, reason, found.Explanation.Contested.ToDictionary(c => c.QuestionCode, c => AnswerInput.Read(found.Set.FindQuestion(c.QuestionCode)!, form, Prefix)), isTrial);

    /// <summary>The values that are to be final; what did not come with the form is as claimed.</summary>
    public IReadOnlyList<ValueAdjustment> Values(Explanation explanation) =>
        [.. explanation.Contested.Select(c => new ValueAdjustment(c.QuestionCode, Final.GetValueOrDefault(c.QuestionCode) is { IsSent: true } typed ? typed.Json : c.ClaimedJson))];
}
