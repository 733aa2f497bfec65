namespace ITScoring.Domain.Reviews;

/// <summary>Where an explanation stands.</summary>
public enum ExplanationState
{
    /// <summary>Written by the editor, waiting for the head.</summary>
    Drafted,

    /// <summary>Confirmed by the head: officially received.</summary>
    Confirmed,

    Accepted,

    Declined,
}
