using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Guidance;

/// <summary>A period's guidance: dates, contact, questions, criteria and rules in words.</summary>
public sealed record GuidancePage(Period Period, CriteriaSet Set);
