using System.IO.Compression;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Phiếu kết quả of every agency that handed in, to be sent out: a PDF each in one zip.</summary>
public static class ResultSheetsArchive
{
    public static byte[] Write(ResultDossier dossier, PortalOptions portal, WritingProgress progress)
    {
        progress.Begin(dossier.Assessed.Count);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var agency in dossier.Assessed)
            {
                var entry = zip.CreateEntry($"phieu-ket-qua-{dossier.Period.Code}-{agency.Code.ToLowerInvariant()}.pdf", CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(dossier.FrozenAt, TimeSpan.Zero);
                using var target = entry.Open();
                target.Write(PdfRenderer.Write(ResultSheetDocument.Of(dossier, agency, portal)));
                progress.Step();
            }
        }

        return stream.ToArray();
    }
}
