using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Approvals;

/// <summary>One agency of a frozen result: why it has the points that are to be approved.</summary>
/// <param name="Groups">Every group with its criteria.</param>
public sealed record AgencyApprovalPage(ResultDossier Dossier, RecordAgency Agency, InternalAgency Inside, IReadOnlyList<(RecordGroup Group, IReadOnlyList<ApprovalCriterion> Criteria)> Groups)
{
    public IEnumerable<ApprovalCriterion> Moved => Groups.SelectMany(g => g.Criteria).Where(c => c.IsMoved);
}
