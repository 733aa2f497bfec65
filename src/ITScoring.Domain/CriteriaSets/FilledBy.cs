namespace ITScoring.Domain.CriteriaSets;

/// <summary>Who enters the answer to a question.</summary>
public enum FilledBy
{
    Agency,

    /// <summary>Sở TTTT enters it while reviewing.</summary>
    Inspector,

    /// <summary>The portal computes it.</summary>
    System,
}
