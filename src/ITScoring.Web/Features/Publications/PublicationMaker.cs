using System.Globalization;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Features.Audit;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Publications;

/// <summary>Makes the files of a publication, once, when it is published.</summary>
public sealed class PublicationMaker(AppDbContext db, AuditSeals seals, IOptions<PublicationOptions> options)
{
    public const string PackageName = "package.zip";
    public const string FullPackageName = "package-full.zip";

    /// <summary>Adds its files to a publication that is about to be stored.</summary>
    /// <param name="replaces">Number of the publication that it corrects; null: the first.</param>
    public async Task AddFilesAsync(Period period, Publication publication, FrozenRecord record, int? replaces, CancellationToken cancel = default)
    {
        var set = await db.CriteriaSetVersions.AsNoTracking().Where(v => v.Id == period.CriteriaSetVersionId).Select(v => v.Json).SingleAsync(cancel);
        var read = RecordJson.ReadPublic(record.PublicJson);
        var sheets = ResultSheets.Of(read);
        var dictionary = ResultSheets.Dictionary(sheets);
        List<PublicationFile> files =
        [
            new("ranking.csv", "text/csv; charset=utf-8", PackageKind.Public, ResultsCsv.Of(read)),
            .. sheets.Skip(1).Select((sheet, i) => new PublicationFile(i == 0 ? "criteria.csv" : "inputs.csv", "text/csv; charset=utf-8", PackageKind.Public, DataCsv.Write(sheet))),
            new("dictionary.csv", "text/csv; charset=utf-8", PackageKind.Public, DataCsv.Write(dictionary)),
            new("record.json", "application/json; charset=utf-8", PackageKind.Public, Encoding.UTF8.GetBytes(record.PublicJson)),
            new("result.xlsx", DataWorkbook.MediaType, PackageKind.Public, DataWorkbook.Write(period.Title, read.Notice, [.. sheets, dictionary])),
            new("result.ods", DataOds.MediaType, PackageKind.Public, DataOds.Write(period.Title, read.Notice, [.. sheets, dictionary])),
        ];
        var decision = new PackagePublication(
            publication.Number,
            publication.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            publication.DecisionNumber,
            publication.DecisionDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            replaces,
            publication.Reason);
        var (criteriaSet, cohort) = (SetOf(set), record.CohortJson is { } json ? Encoding.UTF8.GetBytes(json) : null);
        var audit = await seals.HeadAsync(cancel) is { } head ? new PackageAuditHead(head.Number, head.Head) : null;
        files.Add(Package(PackageName, PackageKind.Public, PackageContent.Of(PackageKind.Public, decision, record.PublicJson, criteriaSet, period.DisclosesDeclaredFigures ? cohort : null, audit), publication.PublishedAt));
        // A record from before the answers were kept with it has nothing more to give.
        if (cohort is not null)
            files.Add(Package(FullPackageName, PackageKind.Full, PackageContent.Of(PackageKind.Full, decision, record.PublicJson, criteriaSet, cohort, audit), publication.PublishedAt));
        publication.Add(files);
    }

    /// <summary>The set's file as packages hold it: what tests its rules stays outside.</summary>
    internal static byte[] SetOf(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return CriteriaSetFile.Read(bytes).Value is { Examples.Count: > 0 } set ? CriteriaSetFile.WriteWithoutExamples(set) : bytes;
    }

    private PublicationFile Package(string name, PackageKind kind, IReadOnlyList<PackageEntry> entries, DateTime at)
    {
        using var certificate = options.Value.OpenCertificate();
        if (certificate is not null)
            entries = [.. entries, new(PackageManifest.SignatureName, PackageSignature.Sign(entries[0].Content, certificate))];
        return new PublicationFile(name, "application/zip", kind, PackageZip.Write(entries, at));
    }
}
