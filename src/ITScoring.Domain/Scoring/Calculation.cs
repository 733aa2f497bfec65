namespace ITScoring.Domain.Scoring;

/// <summary>Cách tính: how the points of one criterion of one agency came about.</summary>
public sealed class Calculation
{
    internal Calculation()
    {
    }

    /// <summary>Vietnamese sentence: the rule in words.</summary>
    public required string Rule { get; init; }

    /// <summary>When the criterion applies, in words; null: always.</summary>
    public string? AppliesWhen { get; init; }

    public required bool Applicable { get; init; }

    public required IReadOnlyList<CalculationInput> Inputs { get; init; }

    /// <summary>In the order worked out; the last one gives the points before rounding (none when the criterion does not apply).</summary>
    public required IReadOnlyList<CalculationStep> Steps { get; init; }

    /// <summary>What a best-of-cohort rule compared with; of the first such part when there are several (see the steps for each).</summary>
    public CohortBest? Best { get; init; }

    /// <summary>Points before rounding, exact (<c>1360/79</c>); empty when the criterion does not apply.</summary>
    public required string Exact { get; init; }

    public Points? Rounded { get; init; }

    /// <summary>Vietnamese sentence: how the points were rounded.</summary>
    public required string Rounding { get; init; }

    public string? Basis { get; init; }

    public string? Guidance { get; init; }
}
