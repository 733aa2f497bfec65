using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Documents;

/// <summary>What the minutes of one session are written from; sessions and decisions are only ever added.</summary>
/// <param name="Matters">In the order in which they were decided.</param>
public sealed record SessionMinutes(Period Period, CriteriaSet Set, Council Council, CouncilSession Session, IReadOnlyList<DecidedMatter> Matters)
{
    /// <summary>Who led the session: the chair, else a vice chair.</summary>
    public CouncilMember? Leader => Present.OrderBy(m => m.Role).FirstOrDefault(m => m.Role is CouncilRole.Chair or CouncilRole.ViceChair);

    public CouncilMember? Secretary => Present.FirstOrDefault(m => m.Role == CouncilRole.Secretary);

    public IEnumerable<CouncilMember> Present => Session.Attendances.Select(a => a.Member!);

    /// <summary>Those present who do not vote on a matter because it is their own agency's.</summary>
    public IEnumerable<CouncilMember> ApartFrom(DecidedMatter matter) => Present.Except(Session.VotersOn(matter.Agency.AgencyId));
}
