namespace ITScoring.Domain.CriteriaSets.Trials;

/// <summary>A question of a draft that counts as unanswered for some or all agencies of the period that it is tried on.</summary>
/// <param name="Question">The draft's.</param>
/// <param name="AgencyCodes">
/// In the order of the cohort: whose answer is left out; of <see cref="TrialGap.New"/> and <see cref="TrialGap.NeverAnswered"/> everybody who handed in a form.
/// </param>
public sealed record TrialQuestion(Question Question, TrialGap Gap, IReadOnlyList<string> AgencyCodes);
