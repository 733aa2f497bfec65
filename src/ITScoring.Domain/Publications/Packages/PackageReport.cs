namespace ITScoring.Domain.Publications.Packages;

/// <summary>What checking a package found.</summary>
/// <param name="Manifest">Null: it could not be read.</param>
/// <param name="FromAnswers">Whether the points of the criteria were computed from the answers; false: the package has none, only sums, ranks and classes were computed from the points.</param>
/// <param name="Numbers">Numbers, ranks and classes that were compared.</param>
public sealed record PackageReport(PackageManifest? Manifest, bool FromAnswers, int Agencies, int Numbers, IReadOnlyList<PackageFinding> Findings)
{
    public PackageVerdict Verdict => Findings.Count == 0 ? PackageVerdict.Matches : Findings.Max(f => f.Kind);

    public static PackageReport Foreign(string message) => new(null, false, 0, 0, [new(PackageVerdict.Foreign, "", message)]);
}
