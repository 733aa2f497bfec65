namespace ITScoring.Domain.Publications.Attention;

/// <summary>Why something of a result deserves a second look before it is approved.</summary>
public enum AttentionKind
{
    /// <summary>No form was handed in: the agency has no points.</summary>
    NotSubmitted,

    /// <summary>Handed in after the agency's own deadline.</summary>
    Late,

    /// <summary>Review and explanations moved what the agency declared by at least a twentieth of the scale, criteria that the review fills in itself aside.</summary>
    LargeChange,

    /// <summary>An explanation of the agency was declined.</summary>
    Declined,

    /// <summary>Points of more than half of the agencies moved in one criterion.</summary>
    CriterionMoved,

    /// <summary>Another agency's answer moved the agency's points: the best of the cohort changed after the preliminary result.</summary>
    MovedByOthers,

    /// <summary>Less than a two-hundredth of the scale below a better class.</summary>
    NearClass,

    /// <summary>Several agencies hold one rank.</summary>
    Tie,

    /// <summary>The rank moved by five places or more since the result before.</summary>
    RankShift,
}
