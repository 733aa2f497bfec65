namespace ITScoring.Domain.Scoring;

/// <summary>How the answers of a trial run are invented.</summary>
public enum TrialKind
{
    /// <summary>From the best to nearly nothing, agency by agency.</summary>
    Mixed,

    Best,

    Middle,

    /// <summary>Handed in without an answer.</summary>
    Empty,
}
