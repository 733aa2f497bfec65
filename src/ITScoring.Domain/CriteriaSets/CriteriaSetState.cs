namespace ITScoring.Domain.CriteriaSets;

/// <summary>Where a stored version of a criteria set stands.</summary>
public enum CriteriaSetState
{
    Draft,

    /// <summary>Named people look at it before it is put in force.</summary>
    UnderReview,
    InForce,
    Replaced,
}
