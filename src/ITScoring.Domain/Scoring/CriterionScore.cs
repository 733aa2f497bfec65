namespace ITScoring.Domain.Scoring;

/// <summary>Points of an agency for one criterion.</summary>
public sealed class CriterionScore
{
    internal CriterionScore()
    {
    }

    public string Code => throw new NotImplementedException();

    /// <summary>Null when the criterion does not apply.</summary>
    public Points? Points { get; }

    public Points Max => throw new NotImplementedException();

    public bool Applicable => Points is not null;

    /// <summary>Cách tính: how the points came about.</summary>
    public Calculation Calculate() => throw new NotImplementedException();
}
