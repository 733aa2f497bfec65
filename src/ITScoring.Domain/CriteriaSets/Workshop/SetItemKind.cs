namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>What an item of a draft is.</summary>
public enum SetItemKind
{
    /// <summary>Code, version, title, basis, notes, scale; one in each draft.</summary>
    Head,
    Section,
    Question,
    Check,
    Group,
    Criterion,

    /// <summary>The table of classes; one in each draft.</summary>
    Classes,
    Example,
}
