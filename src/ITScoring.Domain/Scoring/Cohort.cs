namespace ITScoring.Domain.Scoring;

/// <summary>The agencies of one period with their answers, in the order in which the results are wanted.</summary>
public sealed record Cohort(IReadOnlyList<CohortAgency> Agencies);
