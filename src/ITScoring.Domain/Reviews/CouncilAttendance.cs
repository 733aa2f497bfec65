namespace ITScoring.Domain.Reviews;

/// <summary>That a member was present at a session.</summary>
public sealed class CouncilAttendance
{
    private CouncilAttendance()
    {
    }

    internal CouncilAttendance(CouncilMember member) => Member = member;

    public int Id { get; private set; }

    public int SessionId { get; private set; }

    public int MemberId { get; private set; }

    public CouncilMember? Member { get; private set; }
}
