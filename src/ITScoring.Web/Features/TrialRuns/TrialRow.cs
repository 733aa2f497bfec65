using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.TrialRuns;

/// <summary>One agency of the trial ranking.</summary>
/// <param name="Par">For criterion 7.1.3; null: no rule is set.</param>
public sealed record TrialRow(PeriodAgency Agency, ScoreSheet Sheet, ParPoints? Par);
