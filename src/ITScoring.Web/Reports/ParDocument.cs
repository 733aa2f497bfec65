using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Par;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>The table of criterion 7.1.3 for the body that computes the PAR index. A draft without number and signature.</summary>
public static class ParDocument
{
    private static readonly TextStyle Body = new(FontFace.Regular, 13);
    private static readonly TextStyle Title = new(FontFace.Bold, 14, TextAlign.Centre);
    private static readonly TextStyle Small = new(FontFace.Regular, 11);

    /// <summary>The document as PDF/A-2b.</summary>
    public static byte[] Write(ParTable table, PortalOptions portal)
    {
        using var flow = new PageFlow($"Điểm tiêu chí 7.1.3, {table.Period.Title}", table.Record.Notice);
        OfficialHead.Write(flow, portal, $"Mã: {table.Period.Code}/7.1.3", table.DecisionDate ?? DateOnly.MinValue);
        flow.Space(14);
        flow.Text("BẢNG ĐIỂM TIÊU CHÍ 7.1.3", Title);
        flow.Text("Chỉ số cải cách hành chính của các cơ quan", Title);
        flow.Space(10);
        flow.Text($"Theo kết quả {ParWords.Lower(table.Period.Title)}, {(table.DecisionNumber is null ? "chưa có quyết định phê duyệt" : $"Quyết định số {table.DecisionNumber} ngày {VietnamTime.Day(table.DecisionDate!.Value)}")}.", Body);
        flow.Text($"Cách tính: {ParWords.Of(table.Rule!, table.Record.CriteriaSet.Scale)}", Body);
        flow.Space(8);
        flow.Table(
            [new("TT", 6, TextAlign.Centre), new("Cơ quan", 36), new("Điểm xếp hạng", 13, TextAlign.Right), new("Xếp loại", 13), new("Điểm 7.1.3", 11, TextAlign.Right), new("Cách tính", 30)],
            table.Rows.Select((row, i) => new TableRow(
                $"{i + 1}", row.Agency.Name, Display.Of(row.Agency.RankingScore is null ? null : Points.Parse(row.Agency.RankingScore)), row.Agency.Class ?? "–", Display.Of(row.Points!.Points), row.Points.InWords)));
        flow.Space(8);
        flow.Text($"Mã SHA-256 của kết quả: {table.Sha256}", Small);
        return flow.Build();
    }
}
