using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Documents;
using ITScoring.Web.Reports.Sheets;

namespace ITScoring.Web.Features.Documents;

/// <summary>The documents of a result that grow with agencies and criteria.</summary>
public static class LongDocuments
{
    public static readonly IReadOnlyList<LongDocument> All =
    [
        new("report.pdf", "bao-cao-ket-qua", PdfRenderer.MediaType, (dossier, portal, progress) => PdfRenderer.Write(ResultReportDocument.Of(dossier, portal), progress)),
        new("report.docx", "bao-cao-ket-qua", DocxRenderer.MediaType, (dossier, portal, progress) => DocxRenderer.Write(ResultReportDocument.Of(dossier, portal), progress)),
        new("details.xlsx", "chi-tiet-ket-qua", DataWorkbook.MediaType, (dossier, _, progress) => DetailsWorkbook.Write(dossier, progress)),
        new("results.zip", "phieu-ket-qua", "application/zip", ResultSheetsArchive.Write),
    ];

    public static LongDocument? Find(string name) => All.FirstOrDefault(d => d.Name == name);
}
