namespace ITScoring.Domain.CriteriaSets;

/// <summary>Where a stored version of a criteria set stands.</summary>
public enum CriteriaSetState
{
    Draft,
    InForce,
    Replaced,
}
