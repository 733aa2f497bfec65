namespace ITScoring.Domain.Publications;

/// <summary>Self, verified and final points with the verdict and the whole calculation of the final ones.</summary>
public sealed record InternalCriterion(
    string Code, string? Self, string? Verified, string? Final, string? Verdict, string? Reason, RecordCalculation? Calculation);
