using System.Text;
using System.Text.Json;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Packages;

/// <summary>
/// Checks a package from its own files alone: every file against the manifest's hash, then every number against what the engine makes of the answers;
/// where the answers are not given away, sums, ranks and classes against what comes of the criteria's points.
/// </summary>
public sealed class PackageCheck
{
    private static readonly string[] Needed = [PackageManifest.CriteriaSetName, PackageManifest.RecordName, PackageManifest.ResultName];

    private readonly List<PackageFinding> _findings = [];
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private int _numbers;

    private PackageCheck(IReadOnlyDictionary<string, byte[]> files) => _files = files;

    /// <param name="files">By path in the package.</param>
    public static PackageReport Of(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(PackageManifest.FileName, out var bytes))
            return PackageReport.Foreign($"Không có tệp {PackageManifest.FileName}: đây không phải gói kết quả của cổng.");
        if (Format(bytes) is { } format && format != PackageManifest.FormatName)
            return PackageReport.Foreign($"{PackageManifest.FileName} có định dạng “{format}”; chương trình này chỉ đọc được “{PackageManifest.FormatName}”.");
        try
        {
            return new PackageCheck(files).Run(PackageManifest.Read(bytes));
        }
        catch (JsonException e)
        {
            return new PackageReport(null, false, 0, 0, [new(PackageVerdict.Damaged, PackageManifest.FileName, NotRead(e))]);
        }
    }

    private PackageReport Run(PackageManifest manifest)
    {
        Hashes(manifest);
        var set = Read(PackageManifest.CriteriaSetName, bytes => Good(PackageManifest.CriteriaSetName, CriteriaSetFile.Read(bytes)));
        var record = Read(PackageManifest.RecordName, bytes => Whole(RecordJson.ReadPublic(Encoding.UTF8.GetString(bytes))));
        var stated = Read(PackageManifest.ResultName, bytes => ResultFile.Read(bytes));
        var fromAnswers = manifest.Files.Any(f => f.Path == PackageManifest.CohortName) || _files.ContainsKey(PackageManifest.CohortName);
        if (set is not null && record is not null)
            SameEvaluation(manifest, set, record);
        if (set is null || record is null || stated is null)
            return new PackageReport(manifest, fromAnswers, 0, _numbers, _findings);
        var computed = fromAnswers
            ? Read(PackageManifest.CohortName, bytes => Good(PackageManifest.CohortName, CohortFile.Read(set, bytes)) is { } cohort ? StatedResult.Of(Scorer.Score(set, cohort)) : null)?.Agencies
            : FromPoints(set, record, stated);
        if (stated.CriteriaSet != new StatedSet(set.Code, set.Version))
            Find(PackageVerdict.Differs, PackageManifest.ResultName, $"ghi bộ tiêu chí {stated.CriteriaSet.Code}, phiên bản {stated.CriteriaSet.Version}; bộ tiêu chí trong gói là {set.Code}, phiên bản {set.Version}");
        if (computed is not null)
        {
            Compare(PackageManifest.ResultName, stated.Agencies, computed);
            Compare(PackageManifest.RecordName, record.Stated().Agencies, computed);
        }

        return new PackageReport(manifest, fromAnswers, computed?.Count ?? 0, _numbers, _findings);
    }

    private void Hashes(PackageManifest manifest)
    {
        foreach (var missing in Needed.Except(manifest.Files.Select(f => f.Path)))
            Find(PackageVerdict.Altered, PackageManifest.FileName, $"không nêu tệp {missing}");
        if (manifest.Kind == "full" && manifest.Files.All(f => f.Path != PackageManifest.CohortName))
            Find(PackageVerdict.Altered, PackageManifest.FileName, $"ghi là gói đầy đủ nhưng không nêu tệp {PackageManifest.CohortName}");
        foreach (var file in manifest.Files)
        {
            if (!_files.TryGetValue(file.Path, out var content))
                Find(PackageVerdict.Altered, file.Path, "có trong danh mục nhưng không có trong gói");
            else if (PackageHash.Of(content) is var found && found != file.Sha256)
                Find(PackageVerdict.Altered, file.Path, $"đã bị thay đổi sau khi đóng gói: SHA-256 là {found}, trong danh mục là {file.Sha256}");
        }

        foreach (var extra in _files.Keys.Except(manifest.Files.Select(f => f.Path)).Except([PackageManifest.FileName, PackageManifest.SignatureName]).Order(StringComparer.Ordinal))
            Find(PackageVerdict.Altered, extra, "không có trong danh mục của gói");
    }

    private void SameEvaluation(PackageManifest manifest, CriteriaSet set, PublicRecord record)
    {
        if (PackageHash.Of(_files[PackageManifest.RecordName]) is var sha && sha != manifest.RecordSha256)
            Find(PackageVerdict.Altered, PackageManifest.RecordName, $"không phải hồ sơ đã phê duyệt: SHA-256 là {sha}, đã phê duyệt {manifest.RecordSha256}");
        if (manifest.Period != new PackagePeriod(record.Period.Code, record.Period.Year, record.Period.Title) || manifest.Notice != record.Notice)
            Find(PackageVerdict.Altered, PackageManifest.FileName, $"ghi kỳ đánh giá khác với {PackageManifest.RecordName}");
        if (set.Code != record.CriteriaSet.Code || set.Version != record.CriteriaSet.Version || PackageHash.Of(_files[PackageManifest.CriteriaSetName]) != record.CriteriaSet.Sha256)
            Find(PackageVerdict.Altered, PackageManifest.CriteriaSetName, $"không phải bộ tiêu chí {record.CriteriaSet.Code}, phiên bản {record.CriteriaSet.Version} mà kết quả dựa vào");
    }

    /// <summary>What the points of the criteria come to. Null: they are not points.</summary>
    private List<StatedAgency>? FromPoints(CriteriaSet set, PublicRecord record, StatedResult stated)
    {
        try
        {
            var takesPart = record.Agencies.ToDictionary(a => a.Code, a => a.Ranked && a.Submitted);
            var totals = stated.Agencies.Select(a =>
            {
                var points = a.Criteria.ToDictionary(c => c.Code, c => c.Points is null ? (Points?)null : Points.Parse(c.Points));
                return (Agency: a, Totals: Totals.Of(set, c => points.GetValueOrDefault(c.Code)));
            }).ToList();
            var entries = totals.Select(t => new RankingEntry(t.Agency.Block, takesPart.GetValueOrDefault(t.Agency.Code), t.Totals.RankingScore, t.Totals.Groups)).ToList();
            var overall = Ranking.Overall(entries);
            var groups = set.Groups.Select((_, g) => Ranking.OfGroup(set, entries, g)).ToList();
            return
            [
                .. totals.Select((t, i) => new StatedAgency(
                    t.Agency.Code,
                    t.Agency.Block,
                    t.Totals.Total.ToString(),
                    t.Totals.ApplicableMax.ToString(),
                    t.Totals.RankingScore?.ToString(),
                    overall[i],
                    t.Totals.Class,
                    [.. t.Totals.Groups.Select((g, n) => new StatedGroup(g.Code, g.Points.ToString(), g.ApplicableMax.ToString(), groups[n][i]))],
                    [.. set.Criteria.Select(c => t.Agency.Criteria.FirstOrDefault(s => s.Code == c.Code) is { } s ? s with { Max = c.Max.ToString(), Applicable = s.Points is not null } : new StatedCriterion(c.Code, null, c.Max.ToString(), false))])),
            ];
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            Find(PackageVerdict.Damaged, PackageManifest.ResultName, $"có điểm không đọc được hoặc mã có hai lần ({e.Message})");
            return null;
        }
    }

    private void Compare(string file, IReadOnlyList<StatedAgency> stated, IReadOnlyList<StatedAgency> computed)
    {
        var comparison = new ResultComparison(file, _findings);
        comparison.Compare(stated, computed);
        _numbers += comparison.Numbers;
    }

    private T? Read<T>(string file, Func<byte[], T?> read)
        where T : class
    {
        if (!_files.TryGetValue(file, out var bytes))
        {
            Find(PackageVerdict.Damaged, file, "không có trong gói");
            return null;
        }

        try
        {
            return read(bytes);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException)
        {
            Find(PackageVerdict.Damaged, file, NotRead(e));
            return null;
        }
    }

    private T? Good<T>(string file, Parsed<T> parsed)
        where T : class
    {
        foreach (var problem in parsed.Problems)
            Find(PackageVerdict.Damaged, file, problem.ToString());
        return parsed.Value;
    }

    private void Find(PackageVerdict kind, string file, string message) => _findings.Add(new(kind, file, message));

    /// <summary>A list may hold null for an item; nothing that the portal wrote does.</summary>
    private static PublicRecord Whole(PublicRecord record) =>
        record.Agencies.All(a => a is not null && a.Groups.All(g => g is not null) && a.Criteria.All(c => c is not null)) ? record : throw new JsonException("An item is null.");

    private static string? Format(byte[] manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String ? format.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NotRead(Exception e) => e is JsonException { LineNumber: { } line, BytePositionInLine: { } at } ? $"không đọc được, tại dòng {line + 1}, cột {at + 1}" : "không đọc được";
}
