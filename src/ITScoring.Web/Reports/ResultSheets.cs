using ITScoring.Domain.Publications;
using ITScoring.Web.Reports.Sheets;

namespace ITScoring.Web.Reports;

/// <summary>The public record as data sheets: ranking, points of every criterion, and what each column means.</summary>
public static class ResultSheets
{
    public static IReadOnlyList<DataSheet> Of(PublicRecord record)
    {
        List<DataSheet> sheets = [Ranking(record), Criteria(record)];
        if (record.Period.DisclosesDeclaredFigures)
            sheets.Add(Inputs(record));
        return sheets;
    }

    /// <summary>One line an agency: total, rank, class, every group.</summary>
    public static DataSheet Ranking(PublicRecord record)
    {
        List<DataColumn> columns =
        [
            new("code", "Mã cơ quan", DataKind.Text, 12, "Mã của cơ quan trong cổng, không đổi giữa các kỳ."),
            new("name", "Cơ quan", DataKind.Text, 40, "Tên cơ quan tại thời điểm đánh giá."),
            new("block", "Khối", DataKind.Text, 24, "Khối cơ quan; xếp hạng trong từng khối."),
            new("rank", "Hạng", DataKind.Whole, 8, "Hạng trong khối theo điểm xếp hạng; đồng điểm thì đồng hạng, hạng kế tiếp bỏ qua. Trống: không xếp hạng."),
            new("ranking_score", "Điểm xếp hạng", DataKind.Points, 12, $"Tổng điểm quy đổi về thang {record.CriteriaSet.Scale} khi có tiêu chí không áp dụng."),
            new("class", "Xếp loại", DataKind.Text, 14, "Loại theo điểm xếp hạng; ngưỡng nêu trong bộ tiêu chí."),
            new("total", "Tổng điểm", DataKind.Points, 12, "Tổng điểm các nhóm."),
            new("applicable_max", "Tối đa áp dụng", DataKind.Points, 12, "Tổng điểm tối đa của các tiêu chí áp dụng cho cơ quan."),
            new("ranked", "Được xếp hạng", DataKind.Text, 12, "true: tham gia xếp hạng; false: chỉ chấm điểm."),
            new("submission", "Nộp phiếu", DataKind.Text, 12, "a: đúng hạn; b: chậm không quá 5 ngày làm việc; c: chậm hơn. Trống: không nộp."),
        ];
        foreach (var group in record.CriteriaSet.Groups)
        {
            columns.Add(new($"group_{group.Code}", $"Nhóm {group.Code}", DataKind.Points, 11, $"Điểm nhóm {group.Code}. {group.Name}."));
            columns.Add(new($"group_{group.Code}_max", $"Nhóm {group.Code}: tối đa", DataKind.Points, 11, $"Điểm tối đa áp dụng của nhóm {group.Code}."));
            columns.Add(new($"group_{group.Code}_rank", $"Nhóm {group.Code}: hạng", DataKind.Whole, 9, $"Hạng trong khối ở nhóm {group.Code}."));
        }

        var blocks = record.Blocks.ToDictionary(b => b.Code, b => b.Name);
        return new DataSheet("Xếp hạng", "Bảng xếp hạng", columns, [.. record.Agencies.OrderBy(a => a.Block, StringComparer.Ordinal).ThenBy(a => a.Rank ?? int.MaxValue).Select(a => (IReadOnlyList<object?>)
        [
            a.Code, a.Name, blocks.GetValueOrDefault(a.Block, a.Block), a.Rank, DataCell.Points(a.RankingScore), a.Class, DataCell.Points(a.Total), DataCell.Points(a.ApplicableMax), a.Ranked ? "true" : "false", a.Timeliness,
            .. a.Groups.SelectMany(g => new object?[] { DataCell.Points(g.Points), DataCell.Points(g.ApplicableMax), g.Rank }),
        ])]);
    }

    private static DataSheet Criteria(PublicRecord record)
    {
        var criteria = record.CriteriaSet.Groups.SelectMany(g => g.Criteria.Select(c => (Group: g, Criterion: c))).ToDictionary(c => c.Criterion.Code);
        return new DataSheet(
            "Tiêu chí",
            "Điểm từng tiêu chí",
            [
                new("code", "Mã cơ quan", DataKind.Text, 12, "Mã của cơ quan."),
                new("name", "Cơ quan", DataKind.Text, 36, "Tên cơ quan."),
                new("group", "Nhóm", DataKind.Text, 8, "Mã nhóm tiêu chí."),
                new("criterion", "Tiêu chí", DataKind.Text, 10, "Mã tiêu chí."),
                new("criterion_name", "Tên tiêu chí", DataKind.Text, 60, "Tên tiêu chí."),
                new("points", "Điểm", DataKind.Points, 10, "Điểm của tiêu chí, làm tròn một lần đến 2 chữ số thập phân. Trống: không áp dụng."),
                new("max", "Tối đa", DataKind.Points, 10, "Điểm tối đa của tiêu chí."),
                new("applicable", "Áp dụng", DataKind.Text, 9, "true: tiêu chí áp dụng cho cơ quan."),
            ],
            [.. record.Agencies.SelectMany(a => a.Criteria.Select(c => (IReadOnlyList<object?>)
            [
                a.Code, a.Name, criteria[c.Code].Group.Code, c.Code, criteria[c.Code].Criterion.Name, DataCell.Points(c.Points), DataCell.Points(c.Max), c.Applicable ? "true" : "false",
            ]))]);
    }

    /// <summary>Only where the period opens the declared figures.</summary>
    private static DataSheet Inputs(PublicRecord record) => new(
        "Số liệu",
        "Số liệu đưa vào từng tiêu chí",
        [
            new("code", "Mã cơ quan", DataKind.Text, 12, "Mã của cơ quan."),
            new("criterion", "Tiêu chí", DataKind.Text, 10, "Mã tiêu chí."),
            new("question", "Câu hỏi", DataKind.Text, 16, "Mã câu hỏi; previous(…): số liệu kỳ trước."),
            new("text", "Nội dung câu hỏi", DataKind.Text, 60, "Nội dung câu hỏi."),
            new("value", "Giá trị", DataKind.Text, 20, "Giá trị đưa vào tính, cách viết Việt Nam."),
        ],
        [.. from a in record.Agencies from c in a.Criteria from i in c.Calculation?.Inputs ?? [] select (IReadOnlyList<object?>)[a.Code, c.Code, i.Code, i.Text, i.Value]],
        Fixed: 3);

    /// <summary>What every column of the sheets means.</summary>
    public static DataSheet Dictionary(IReadOnlyList<DataSheet> sheets) => new(
        "Từ điển dữ liệu",
        "Từ điển dữ liệu",
        [new("sheet", "Bảng", DataKind.Text, 18), new("column", "Cột", DataKind.Text, 20), new("heading", "Tiêu đề cột", DataKind.Text, 24), new("kind", "Kiểu", DataKind.Text, 14), new("meaning", "Ý nghĩa", DataKind.Text, 80)],
        [.. from sheet in sheets from column in sheet.Columns select (IReadOnlyList<object?>)[sheet.Name, column.Key, column.Heading, KindOf(column.Kind), column.Meaning]]);

    private static string KindOf(DataKind kind) => kind switch
    {
        DataKind.Text => "chữ",
        DataKind.Whole => "số nguyên",
        DataKind.Points => "số, 2 chữ số thập phân",
        DataKind.Number => "số",
        _ => "ngày",
    };
}
