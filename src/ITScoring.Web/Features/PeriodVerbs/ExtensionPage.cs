using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.PeriodVerbs;

/// <summary>Giving one agency a later deadline.</summary>
public sealed record ExtensionPage(Period Period, PeriodAgency Agency);
