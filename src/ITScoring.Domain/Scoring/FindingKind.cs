namespace ITScoring.Domain.Scoring;

/// <summary>What is wrong with an answer.</summary>
public enum FindingKind
{
    /// <summary>A required question is unanswered.</summary>
    Missing,

    /// <summary>Answered although its condition says that it is not asked.</summary>
    NotAsked,

    /// <summary>Below <c>min</c> or above <c>max</c>.</summary>
    Bounds,

    /// <summary>Too many decimals or characters, not an address, an empty or repeated cell.</summary>
    Shape,

    /// <summary>A check of the set does not hold.</summary>
    Check,

    /// <summary>The answer claims something and no evidence is given.</summary>
    EvidenceMissing,
}
