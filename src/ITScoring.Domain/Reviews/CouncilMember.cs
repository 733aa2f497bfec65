namespace ITScoring.Domain.Reviews;

/// <summary>A person of the council, as the decision names him.</summary>
public sealed class CouncilMember
{
    private CouncilMember()
    {
    }

    public CouncilMember(string name, string? office, CouncilRole role, int? agencyId) => (Name, Office, Role, AgencyId) = (name, office, role, agencyId);

    public int Id { get; private set; }

    public int CouncilId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Chức vụ, đơn vị.</summary>
    public string? Office { get; private set; }

    public CouncilRole Role { get; private set; }

    /// <summary>The evaluated agency that the person works for, whose matters he does not vote on; null: none of them.</summary>
    public int? AgencyId { get; private set; }
}
