using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Councils;

/// <summary>The council of a period with what it has to decide and what it decided.</summary>
/// <param name="Council">Null: none was set up.</param>
/// <param name="Form">What the form of the council shows.</param>
public sealed record CouncilPage(
    Period Period,
    Council? Council,
    IReadOnlyList<CouncilMatter> Open,
    IReadOnlyList<(CouncilDecision Decision, CouncilSession Session, PeriodAgency Agency, Criterion Criterion)> Decided,
    CouncilForm Form,
    SessionForm Session)
{
    public string PathOf(CouncilMatter matter) => $"/councils/{Period.Code}/matters/{matter.Agency.Code.ToLowerInvariant()}/{matter.Criterion.Code}";
}
