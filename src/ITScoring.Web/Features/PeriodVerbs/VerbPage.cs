using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.PeriodVerbs;

/// <summary>An act that cannot be undone says what will happen, to whom, and asks once.</summary>
/// <param name="Action">Last word of the address.</param>
/// <param name="Consequences">What will happen.</param>
/// <param name="AsksResponseDeadline">Whether the response deadline is entered here.</param>
/// <param name="Messages">What people are told, to how many.</param>
public sealed record VerbPage(
    Period Period, string Action, string Title, string Button, IReadOnlyList<string> Consequences, bool AsksResponseDeadline = false, IReadOnlyList<VerbMessage>? Messages = null)
{
    /// <summary>The response deadline that the plan proposes, as typed; null: none.</summary>
    public string? Response { get; init; }
}
