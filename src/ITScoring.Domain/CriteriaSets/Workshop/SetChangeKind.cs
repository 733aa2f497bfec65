namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>What happened to an item of a draft.</summary>
public enum SetChangeKind
{
    Added,
    Edited,
    Moved,
    Removed,
}
