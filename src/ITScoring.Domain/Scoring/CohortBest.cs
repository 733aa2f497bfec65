namespace ITScoring.Domain.Scoring;

/// <summary>The value that a best-of-cohort rule compares with.</summary>
/// <param name="Value">Greatest defined value among the agencies of the block to which the criterion applies.</param>
/// <param name="AgencyCodes">Who has it, in cohort order; empty when it is last year's published best.</param>
/// <param name="IsProvisional">True: worked out from the agency's own value and last year's published best only.</param>
public sealed record CohortBest(Rational Value, IReadOnlyList<string> AgencyCodes, bool IsProvisional);
