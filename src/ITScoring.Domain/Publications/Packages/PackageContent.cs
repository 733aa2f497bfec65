using System.Text;

namespace ITScoring.Domain.Publications.Packages;

/// <summary>Puts a package together: pure, the same entries for the same publication.</summary>
public static class PackageContent
{
    /// <param name="recordJson">The public part of the record, as it was frozen.</param>
    /// <param name="criteriaSet">The criteria set's file, byte for byte.</param>
    /// <param name="cohort">The final answers as <see cref="ScoredAnswers"/> leaves them; null: not given away.</param>
    /// <param name="auditHead">End of the audit log's chain; null: nothing is sealed.</param>
    /// <returns>The manifest first.</returns>
    public static IReadOnlyList<PackageEntry> Of(PackageKind kind, PackagePublication publication, string recordJson, byte[] criteriaSet, byte[]? cohort, PackageAuditHead? auditHead = null)
    {
        var record = RecordJson.ReadPublic(recordJson);
        List<PackageEntry> entries = [new(PackageManifest.CriteriaSetName, criteriaSet)];
        if (cohort is not null)
            entries.Add(new(PackageManifest.CohortName, cohort));
        entries.Add(new(PackageManifest.RecordName, Encoding.UTF8.GetBytes(recordJson)));
        entries.Add(new(PackageManifest.ResultName, Scoring.ResultFile.Write(record.Stated())));
        var manifest = new PackageManifest(
            PackageManifest.FormatName,
            kind.ToString().ToLowerInvariant(),
            record.Notice,
            new PackageEngine("ITScoring", Scoring.Scorer.Version),
            new PackagePeriod(record.Period.Code, record.Period.Year, record.Period.Title),
            publication,
            CanonicalJson.Sha256(recordJson),
            [.. entries.Select(e => new PackageFile(e.Path, e.Content.Length, PackageHash.Of(e.Content)))])
        {
            AuditHead = auditHead,
        };
        return [new(PackageManifest.FileName, manifest.Write()), .. entries];
    }
}
