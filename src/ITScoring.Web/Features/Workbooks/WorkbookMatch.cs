using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>Holds an uploaded workbook against the form that it claims to be: same agency, period and set, every code in its place.</summary>
public static class WorkbookMatch
{
    private const int MostNamed = 5;

    private const string Again = "Tải phiếu mới từ cổng rồi chép số liệu sang.";

    /// <summary>The stamp of a workbook that belongs to the form and has its structure.</summary>
    /// <param name="setSha256">Of the criteria set that is in force for the form.</param>
    public static InputResult<FormWorkbookStamp> Of(UploadedWorkbook workbook, OwnForm form, string setSha256)
    {
        if (workbook.Find(FormWorkbookStamp.SheetName) is not { } hidden)
            return Wrong($"Tệp không phải phiếu tải từ cổng, hoặc đã mất trang tính ẩn mà cổng ghi khi tải xuống. {Again}");
        if (FormWorkbookStamp.Read(Lines(hidden), out var format) is not { } stamp)
        {
            return Wrong(format is not null and not FormWorkbookStamp.Format
                ? $"Phiếu được tải từ một phiên bản khác của cổng (dạng {format}). {Again}"
                : $"Trang tính ẩn của phiếu đã bị sửa nên không biết phiếu được tải khi nào. {Again}");
        }

        if (stamp.Agency != form.Agency.Code)
            return Wrong($"Đây là phiếu của cơ quan có mã {stamp.Agency}, không phải của {form.Agency.Name} ({form.Agency.Code}). Chọn đúng tệp của cơ quan.");
        if (stamp.Period != form.Period.Code)
            return Wrong($"Đây là phiếu của kỳ đánh giá {stamp.Period}, không phải của kỳ {form.Period.Code}. Chọn đúng tệp của kỳ này.");
        if (stamp.SetCode != form.Set.Code || stamp.SetVersion != form.Set.Version || stamp.SetSha256 != setSha256)
            return Wrong($"Phiếu được tải theo bộ tiêu chí {stamp.SetCode}, phiên bản {stamp.SetVersion}; kỳ này dùng {form.Set.Code}, phiên bản {form.Set.Version}, hoặc nội dung bộ tiêu chí đã khác. {Again}");
        if (!stamp.Marks.Keys.ToHashSet().SetEquals(form.Set.Questions.Select(q => q.Code)))
            return Wrong($"Trang tính ẩn của phiếu không có đủ các câu hỏi. {Again}");

        var problems = Structure(workbook, form, stamp).ToList();
        return problems.Count == 0
            ? InputResult<FormWorkbookStamp>.Of(stamp)
            : Wrong($"Cấu trúc của phiếu đã bị thay đổi: {string.Join("; ", problems.Take(MostNamed))}{(problems.Count > MostNamed ? $"; và {problems.Count - MostNamed} chỗ khác" : "")}. {Again}");
    }

    public static IReadOnlyList<FormWorkbookPlace> Places(OwnForm form, FormWorkbookStamp stamp) => FormWorkbookLayout.Of(form.Set, q => stamp.Marks[q.Code].Lines);

    private static IEnumerable<string> Structure(UploadedWorkbook workbook, OwnForm form, FormWorkbookStamp stamp)
    {
        foreach (var ofSheet in Places(form, stamp).GroupBy(p => p.Sheet))
        {
            if (workbook.Find(ofSheet.Key) is not { } sheet)
            {
                yield return $"thiếu trang “{ofSheet.Key}”";
                continue;
            }

            for (var column = 1; column <= FormWorkbookLayout.Heads.Count; column++)
            {
                var at = new WorkbookAddress(FormWorkbookLayout.HeadRow, column);
                if (Text(sheet, at) != FormWorkbookLayout.Heads[column - 1])
                    yield return $"trang “{sheet.Name}”, ô {at} phải là tiêu đề cột “{FormWorkbookLayout.Heads[column - 1]}”, đang {Stands(sheet, at)}";
            }

            var expected = ofSheet.SelectMany(p => p.Ids).ToDictionary(i => i.Row, i => i.Id);
            foreach (var (row, id) in expected)
            {
                var at = new WorkbookAddress(row, FormWorkbookLayout.IdColumn);
                if (Text(sheet, at) != id)
                    yield return $"trang “{sheet.Name}”, ô {at} phải là mã {id}, đang {Stands(sheet, at)}";
            }

            foreach (var at in sheet.Cells.Keys.Where(a => a.Column == FormWorkbookLayout.IdColumn && a.Row > FormWorkbookLayout.HeadRow && !expected.ContainsKey(a.Row)).OrderBy(a => a.Row))
                yield return $"trang “{sheet.Name}”, ô {at} thừa mã “{Text(sheet, at)}”";
            foreach (var place in ofSheet)
            {
                for (var i = 0; i < place.Question.Columns.Count; i++)
                {
                    if (Text(sheet, place.ColumnHead(i)) != PlainText.Clean(FormWorkbookWords.Of(place.Question.Columns[i])))
                        yield return $"trang “{sheet.Name}”, ô {place.ColumnHead(i)} phải là cột “{place.Question.Columns[i].Text}” của câu {place.Question.Code}, đang {Stands(sheet, place.ColumnHead(i))}";
                }
            }
        }
    }

    private static string Stands(UploadedSheet sheet, WorkbookAddress at) => Text(sheet, at) is { } text ? $"là “{(text.Length > 40 ? text[..40] + "…" : text)}”" : "trống";

    private static string? Text(UploadedSheet sheet, WorkbookAddress at) => sheet[at].Kind == WorkbookCellKind.Formula ? "công thức" : PlainText.Clean(sheet[at].Text);

    private static IReadOnlyList<IReadOnlyList<string>> Lines(UploadedSheet sheet) =>
    [
        .. sheet.Cells.GroupBy(c => c.Key.Row).OrderBy(r => r.Key)
            .Select(r => (IReadOnlyList<string>)[.. r.OrderBy(c => c.Key.Column).Select(c => c.Value.Text)]),
    ];

    private static InputResult<FormWorkbookStamp> Wrong(string problem) => InputResult<FormWorkbookStamp>.Wrong(problem);
}
