using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Approvals;

/// <summary>A period in the history of results.</summary>
/// <param name="Record">Null: nothing was frozen yet.</param>
/// <param name="Publications">How often it was published; more than once: with corrections.</param>
public sealed record PeriodResult(Period Period, PublicRecord? Record, Points? Mean, Points? Median, int Publications);
