namespace ITScoring.Domain.Reviews;

/// <summary>Phiên họp: one meeting of the council.</summary>
public sealed class CouncilSession
{
    private readonly List<CouncilAttendance> _attendances = [];

    private CouncilSession()
    {
    }

    internal CouncilSession(int number, DateOnly heldOn, string place, IEnumerable<CouncilMember> attending, string? notes)
    {
        (Number, HeldOn, Place, Notes) = (number, heldOn, place, notes);
        _attendances.AddRange(attending.Select(m => new CouncilAttendance(m)));
    }

    public int Id { get; private set; }

    public int CouncilId { get; private set; }

    /// <summary>1, 2, 3, …</summary>
    public int Number { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>What the minutes shall say besides the decisions.</summary>
    public string? Notes { get; private set; }

    public IReadOnlyList<CouncilAttendance> Attendances => _attendances;

    /// <summary>Those present who vote on a matter of the agency: all but its own people.</summary>
    public IReadOnlyList<CouncilMember> VotersOn(int agencyId) => [.. _attendances.Select(a => a.Member!).Where(m => m.AgencyId != agencyId)];
}
