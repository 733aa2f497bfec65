namespace ITScoring.Domain.Publications.Packages;

/// <summary>A file of a package.</summary>
public sealed record PackageEntry(string Path, byte[] Content);
