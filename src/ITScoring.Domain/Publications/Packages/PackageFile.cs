namespace ITScoring.Domain.Publications.Packages;

/// <summary>A file of a package as its manifest names it.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record PackageFile(string Path, int Bytes, string Sha256);
