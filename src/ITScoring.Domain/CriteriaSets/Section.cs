namespace ITScoring.Domain.CriteriaSets;

/// <summary>A part of the questionnaire.</summary>
public sealed record Section(string Code, string Name);
