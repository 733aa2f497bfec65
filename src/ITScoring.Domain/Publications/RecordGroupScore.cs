namespace ITScoring.Domain.Publications;

/// <summary>Points of an agency in a group.</summary>
public sealed record RecordGroupScore(string Code, string Points, string ApplicableMax, int? Rank);
