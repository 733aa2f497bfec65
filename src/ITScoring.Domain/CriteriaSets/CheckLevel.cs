namespace ITScoring.Domain.CriteriaSets;

/// <summary>What a failed check does.</summary>
public enum CheckLevel
{
    /// <summary>Blocks submission.</summary>
    Error,

    /// <summary>Asks the agency for a note.</summary>
    Warning,

    /// <summary>Is shown to reviewers only.</summary>
    Inspector,
}
