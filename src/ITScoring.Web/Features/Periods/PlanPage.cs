using ITScoring.Domain.Agencies;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Periods;

/// <summary>What the plan page shows: the stored plan, or what was typed.</summary>
public sealed record PlanPage(Period Period, PlanForm Form, IReadOnlyList<CriteriaSetVersion> Sets, IReadOnlyList<(Block Block, IReadOnlyList<Agency> Agencies)> Blocks);
