using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>What an example expects of one criterion for one of its agencies.</summary>
/// <param name="Points">Null: the criterion does not apply.</param>
public sealed record ExpectedPoints(string Agency, string Criterion, Points? Points);
