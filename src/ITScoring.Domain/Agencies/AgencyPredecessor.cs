namespace ITScoring.Domain.Agencies;

/// <summary>One link from an agency to one it took over from.</summary>
public sealed class AgencyPredecessor
{
    private AgencyPredecessor()
    {
    }

    public AgencyPredecessor(int agencyId, int predecessorId) => (AgencyId, PredecessorId) = (agencyId, predecessorId);

    public int AgencyId { get; private set; }

    public int PredecessorId { get; private set; }
}
