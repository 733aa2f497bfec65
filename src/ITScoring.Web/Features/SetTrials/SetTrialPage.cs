using ITScoring.Domain.CriteriaSets.Trials;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.CriteriaSets;

namespace ITScoring.Web.Features.SetTrials;

/// <summary>A set tried on an earlier period.</summary>
/// <param name="Periods">Those that it can be tried on.</param>
/// <param name="Period">Null: there is none yet.</param>
/// <param name="Trial">Null: the set is not whole yet, or there is no period.</param>
public sealed record SetTrialPage(WorkedSet Set, IReadOnlyList<Period> Periods, Period? Period, SetTrial? Trial);
