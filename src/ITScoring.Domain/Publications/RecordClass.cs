namespace ITScoring.Domain.Publications;

/// <summary>A class and the share of the full mark from which it starts.</summary>
public sealed record RecordClass(string Name, string From);
