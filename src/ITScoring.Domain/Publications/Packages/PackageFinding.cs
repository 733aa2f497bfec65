namespace ITScoring.Domain.Publications.Packages;

/// <summary>Something wrong with a package, for people.</summary>
/// <param name="File">In the package; empty: the package as a whole.</param>
/// <param name="Message">What, where, and for a number what stands there and what was computed.</param>
public sealed record PackageFinding(PackageVerdict Kind, string File, string Message)
{
    public override string ToString() => File.Length == 0 ? Message : $"{File}: {Message}";
}
