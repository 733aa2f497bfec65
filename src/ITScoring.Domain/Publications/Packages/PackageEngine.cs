namespace ITScoring.Domain.Publications.Packages;

/// <summary>What computed the result.</summary>
public sealed record PackageEngine(string Name, string Version);
