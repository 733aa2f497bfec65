namespace ITScoring.Domain.Scoring;

/// <summary>A group of an agency as a result file states it: points as strings with two decimals.</summary>
public sealed record StatedGroup(string Code, string Points, string ApplicableMax, int? Rank);
