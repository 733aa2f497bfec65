using System.Text;
using ITScoring.Web.Input;

namespace ITScoring.Web.Reports;

/// <summary>Finds a sheet, its columns by their headings, and its lines.</summary>
internal static class SetSheetTable
{
    /// <returns>The lines that are not empty, in order; null with a problem noted when the sheet cannot be read.</returns>
    public static IReadOnlyList<SetSheetRow>? Read(UploadedWorkbook workbook, SetSheet plan, SetSheetProblems problems)
    {
        if (Sheet(workbook, plan, problems) is not { } sheet || Columns(sheet, plan, problems) is not { } columns)
            return null;
        var rows = new List<SetSheetRow>();
        foreach (var number in sheet.Cells.Keys.Select(at => at.Row).Where(row => row > SetSheet.HeadRow).Distinct().Order())
        {
            if (number == SetSheet.HintRow && IsHints(sheet, plan, columns))
                continue;
            var row = new SetSheetRow(plan, sheet, key => new WorkbookAddress(number, columns[key]), problems);
            if (!row.IsEmpty)
                rows.Add(row);
        }

        Strays(sheet, plan, columns, problems);
        return rows;
    }

    /// <summary>The first sheet as one line, its cells beside their names in column A.</summary>
    public static SetSheetRow? ReadHead(UploadedWorkbook workbook, SetSheetProblems problems)
    {
        var plan = SetSheetPlan.Head;
        if (Sheet(workbook, plan, problems) is not { } sheet)
            return null;
        var rows = new Dictionary<string, int>();
        var good = true;
        foreach (var at in sheet.Cells.Keys.Where(at => at.Column == 1).OrderBy(at => at.Row))
        {
            var name = PlainText.Clean(sheet[at].Text);
            if (plan.Columns.FirstOrDefault(column => string.Equals(column.Heading, name, StringComparison.OrdinalIgnoreCase)) is not { } item || rows.TryAdd(item.Key, at.Row))
                continue;
            problems.Lost(plan.Name, at, $"Dòng “{item.Heading}” có hai lần; hãy giữ một dòng.");
            good = false;
        }

        foreach (var item in plan.Columns.Where(item => !rows.ContainsKey(item.Key)))
        {
            problems.Lost(plan.Name, null, $"Thiếu dòng “{item.Heading}”; hãy ghi lại tên này ở cột A, nội dung ở cột B.");
            good = false;
        }

        return good ? new SetSheetRow(plan, sheet, key => new WorkbookAddress(rows[key], 2), problems) : null;
    }

    private static UploadedSheet? Sheet(UploadedWorkbook workbook, SetSheet plan, SetSheetProblems problems)
    {
        var found = workbook.Sheets.Where(sheet => string.Equals(PlainText.Clean(sheet.Name), plan.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
            problems.Lost(plan.Name, null, $"Tệp không có trang “{plan.Name}”; hãy đặt lại tên trang, hoặc tải mẫu mới từ cổng rồi chép nội dung sang. Trang không có nội dung thì giữ dòng tiêu đề.");
        return found.FirstOrDefault();
    }

    private static Dictionary<string, int>? Columns(UploadedSheet sheet, SetSheet plan, SetSheetProblems problems)
    {
        var columns = new Dictionary<string, int>();
        var good = true;
        foreach (var at in sheet.Cells.Keys.Where(at => at.Row == SetSheet.HeadRow).OrderBy(at => at.Column))
        {
            if (PlainText.Clean(sheet[at].Text) is not { } heading)
                continue;
            if (plan.Columns.FirstOrDefault(column => string.Equals(column.Heading, heading, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                problems.Lost(plan.Name, at, $"Không có cột “{SetSheetRow.Shortened(heading)}” trong mẫu; hãy sửa tên cột hoặc xóa cột. Các cột là: {string.Join(", ", plan.Columns.Select(column => column.Heading))}.");
            }
            else if (!columns.TryAdd(known.Key, at.Column))
            {
                problems.Lost(plan.Name, at, $"Cột “{known.Heading}” có hai lần; hãy giữ một cột.");
                good = false;
            }
        }

        var missing = plan.Columns.Where(column => !columns.ContainsKey(column.Key)).Select(column => column.Heading).ToList();
        if (missing.Count == 0)
            return good ? columns : null;
        problems.Lost(plan.Name, new WorkbookAddress(SetSheet.HeadRow, 1), $"Dòng {SetSheet.HeadRow} thiếu tiêu đề cột {string.Join(", ", missing.Select(heading => $"“{heading}”"))}; hãy ghi lại, hoặc tải mẫu mới từ cổng rồi chép nội dung sang.");
        return null;
    }

    private static bool IsHints(UploadedSheet sheet, SetSheet plan, Dictionary<string, int> columns) =>
        plan.Columns.Any(column => PlainText.Clean(sheet[new(SetSheet.HintRow, columns[column.Key])].Text) == column.Hint.Normalize(NormalizationForm.FormC));

    /// <summary>Content under no heading would be lost without a word.</summary>
    private static void Strays(UploadedSheet sheet, SetSheet plan, Dictionary<string, int> columns, SetSheetProblems problems)
    {
        var known = columns.Values.ToHashSet();
        foreach (var column in sheet.Cells.Where(cell => cell.Key.Row > SetSheet.HeadRow && !known.Contains(cell.Key.Column) && PlainText.Clean(cell.Value.Text) is not null).GroupBy(cell => cell.Key.Column))
        {
            if (sheet[new(SetSheet.HeadRow, column.Key)].Kind == WorkbookCellKind.Empty)
                problems.Lost(plan.Name, column.Select(cell => cell.Key).MinBy(at => at.Row), "Ô nằm ngoài các cột của mẫu nên sẽ bị bỏ; hãy chuyển nội dung vào đúng cột hoặc xóa ô.");
        }
    }
}
