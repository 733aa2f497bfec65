using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.PeriodSets;

/// <summary>What a corrected version would touch in a running period.</summary>
/// <param name="Later">Versions of the same set in force that are later than the period's.</param>
/// <param name="To">The chosen one; null: there is none.</param>
/// <param name="Unfit">By question: how many forms hold an answer that does not fit it any more, or whose question is gone.</param>
/// <param name="AskedAgain">How many verdicts are to be looked at again.</param>
/// <param name="Reopened">Names of the agencies whose finished verification is open again.</param>
public sealed record PeriodSetPage(
    Period Period, IReadOnlyList<CriteriaSetVersion> Later, CriteriaSetVersion? To, SetComparison? Comparison, IReadOnlyList<(string Question, int Forms)> Unfit, int AskedAgain, IReadOnlyList<string> Reopened);
