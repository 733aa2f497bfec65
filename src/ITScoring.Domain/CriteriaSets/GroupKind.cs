namespace ITScoring.Domain.CriteriaSets;

/// <summary>Whether a group counts towards the full mark or is added to and taken off the total.</summary>
public enum GroupKind
{
    Score,
    Adjustment,
}
