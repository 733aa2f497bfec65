namespace ITScoring.Domain.Agencies;

/// <summary>One link from an agency to one it took over from.</summary>
public sealed class AgencyPredecessor
{
    private AgencyPredecessor()
    {
    }

    internal AgencyPredecessor(Agency predecessor, Restructuring? restructuring = null, int? weight = null, bool isMain = false) =>
        (PredecessorId, Predecessor, Restructuring, Weight, IsMain) = (predecessor.Id, predecessor, restructuring, weight, isMain);

    public int AgencyId { get; private set; }

    public int PredecessorId { get; private set; }

    public Agency? Predecessor { get; private set; }

    /// <summary>The merger or division; null: the link alone was recorded, and no rule for the figures of the years before.</summary>
    public int? RestructuringId { get; private set; }

    public Restructuring? Restructuring { get; private set; }

    /// <summary>How much its figure counts with <see cref="RestatementRule.WeightedMean"/>; null with other rules.</summary>
    public int? Weight { get; private set; }

    /// <summary>Whether its figure is the one that counts with <see cref="RestatementRule.Main"/>.</summary>
    public bool IsMain { get; private set; }
}
