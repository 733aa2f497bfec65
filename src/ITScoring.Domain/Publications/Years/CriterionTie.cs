namespace ITScoring.Domain.Publications.Years;

/// <summary>How a criterion of one year's set is tied to the other year's.</summary>
public enum CriterionTie
{
    /// <summary>Same code, name, maximum and rule: part of the comparable core.</summary>
    Same,

    /// <summary>Somebody linked the two, see <see cref="CriterionLink"/>: part of the comparable core.</summary>
    Linked,

    /// <summary>The name is another, so it may ask for something else.</summary>
    Renamed,

    /// <summary>The maximum is another.</summary>
    OtherMax,

    /// <summary>The rule's words are others.</summary>
    OtherRule,

    /// <summary>Only in the later set.</summary>
    Added,

    /// <summary>Only in the earlier set.</summary>
    Dropped,
}
