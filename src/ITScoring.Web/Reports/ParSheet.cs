using ITScoring.Web.Features.Par;
using ITScoring.Web.Reports.Sheets;

namespace ITScoring.Web.Reports;

/// <summary>The table of criterion 7.1.3 as a data sheet.</summary>
public static class ParSheet
{
    public static DataSheet Of(ParTable table) => new(
        "Điểm 7.1.3",
        "Điểm tiêu chí 7.1.3, Chỉ số cải cách hành chính",
        [
            new("number", "TT", DataKind.Whole, 6),
            new("code", "Mã cơ quan", DataKind.Text, 12),
            new("name", "Cơ quan", DataKind.Text, 44),
            new("ranking_score", "Điểm xếp hạng", DataKind.Points, 13),
            new("rank", "Hạng", DataKind.Whole, 8),
            new("class", "Xếp loại", DataKind.Text, 14),
            new("points", "Điểm 7.1.3", DataKind.Points, 12),
            new("how", "Cách tính", DataKind.Text, 44),
        ],
        [.. table.Rows.Select((row, i) => (IReadOnlyList<object?>)
        [
            i + 1, row.Agency.Code, row.Agency.Name, DataCell.Points(row.Agency.RankingScore), row.Agency.Rank, row.Agency.Class, DataCell.Points(row.Points!.Points), row.Points.InWords,
        ])],
        Fixed: 3);
}
