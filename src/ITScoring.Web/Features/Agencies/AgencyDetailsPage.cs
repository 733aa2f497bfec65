using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications.Years;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.Agencies;

/// <summary>An agency as the manager sees it.</summary>
/// <param name="Restructurings">Mergers and divisions that it came out of, first to last.</param>
/// <param name="Successors">Agencies that took over from it.</param>
/// <param name="Periods">In which it takes part, latest first.</param>
/// <param name="Years">Its published results and those of its predecessors, earliest first.</param>
/// <param name="Restated">The latest published score by the stated rule, as the agency is today; null: none.</param>
/// <param name="RestatedYear">Of that result.</param>
/// <param name="Accounts">Accounts in use that belong to it.</param>
public sealed record AgencyDetailsPage(
    Agency Agency,
    DateOnly Today,
    IReadOnlyList<Restructuring> Restructurings,
    IReadOnlyList<Agency> Successors,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<AgencyYear> Years,
    RestatedFigure? Restated,
    int? RestatedYear,
    int Accounts);
