using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>A group of criteria (nhóm tiêu chí).</summary>
public sealed class CriteriaGroup
{
    internal CriteriaGroup()
    {
    }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public GroupKind Kind { get; init; }

    /// <summary>Sum of the criteria's max of a score group; 0.00 for an adjustment group.</summary>
    public Points Max { get; init; }

    /// <summary>Of an adjustment group: the most its sum can be.</summary>
    public Points? Cap { get; init; }

    /// <summary>Of an adjustment group: the least its sum can be.</summary>
    public Points? Floor { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }
}
