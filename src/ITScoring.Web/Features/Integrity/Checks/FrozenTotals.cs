using System.Text;
using System.Text.Json;
using ITScoring.Data;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Features.Publications;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>Frozen records still have their hashes, and the engine computes from the answers kept with them what they state; checked as anybody checks a result package.</summary>
public sealed class FrozenTotals(AppDbContext db) : IIntegrityCheck
{
    // Who published stands in the package's manifest, which is not looked at here.
    private static readonly PackagePublication Nothing = new(1, "", "", "", null, null);

    public string Name => "Kết quả đã khóa tính lại được đúng như đã khóa";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var findings = new List<IntegrityFinding>();
        var periods = await db.Periods.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Code, cancel);
        var sets = (await db.CriteriaSetVersions.AsNoTracking().Select(v => new { v.Code, v.Number, v.Json }).ToListAsync(cancel)).ToDictionary(v => (v.Code, v.Number), v => v.Json);
        var published = await db.Publications.AsNoTracking().Select(p => p.RecordId).ToHashSetAsync(cancel);
        foreach (var id in await db.FrozenRecords.AsNoTracking().OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel))
        {
            var record = await db.FrozenRecords.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
            var period = periods.GetValueOrDefault(record.PeriodId, "?");
            foreach (var what in Problems(record, sets.GetValueOrDefault))
            {
                findings.Add(new(
                    what, $"kỳ {period}, bản khóa số {id} ({Stage(record.Stage)})", published.Contains(id) ? $"/publications/{period}" : $"/audit?period={record.PeriodId}",
                    "Khôi phục bản khóa từ bản sao lưu; kết quả đã công bố thì đối chiếu với gói kết quả tải từ trang công bố bằng lệnh verify."));
            }
        }

        return findings;
    }

    private static IEnumerable<string> Problems(FrozenRecord record, Func<(string, int), string?> setOf)
    {
        if (CanonicalJson.Sha256(record.PublicJson) != record.PublicSha256)
            yield return "Phần công khai không còn đúng với mã SHA-256 đã khóa.";
        if (CanonicalJson.Sha256(record.InternalJson) != record.InternalSha256)
            yield return "Phần nội bộ không còn đúng với mã SHA-256 đã khóa.";
        foreach (var problem in Computed(record, setOf))
            yield return problem;
    }

    private static IReadOnlyList<string> Computed(FrozenRecord record, Func<(string, int), string?> setOf)
    {
        PublicRecord read;
        try
        {
            read = RecordJson.ReadPublic(record.PublicJson);
        }
        catch (JsonException)
        {
            return ["Phần công khai không còn đọc được."];
        }

        if (setOf((read.CriteriaSet.Code, read.CriteriaSet.Version)) is not { } set)
            return [$"Không còn bộ tiêu chí {read.CriteriaSet.Code}, phiên bản {read.CriteriaSet.Version} mà kết quả dựa vào."];
        var entries = PackageContent.Of(PackageKind.Full, Nothing, record.PublicJson, PublicationMaker.SetOf(set), record.CohortJson is { } cohort ? Encoding.UTF8.GetBytes(cohort) : null);
        // A record from before the answers were kept with it can only be added up; its package would not call itself full.
        return [.. PackageCheck.Of(entries.ToDictionary(e => e.Path, e => e.Content)).Findings
            .Where(f => f.File != PackageManifest.ResultName && !(record.CohortJson is null && f.File == PackageManifest.FileName))
            .Select(f => f.File == PackageManifest.RecordName ? Capital(f.Message.Replace("trong gói là", "bản khóa ghi", StringComparison.Ordinal)) + "." : $"{f.File}: {f.Message}.")];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Stage(RecordStage stage) => stage switch
    {
        RecordStage.Preliminary => "kết quả sơ bộ",
        RecordStage.Proposal => "kết quả trình",
        _ => "bản đính chính",
    };
}
