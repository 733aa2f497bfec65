using ClosedXML.Excel;

namespace ITScoring.Web.Reports;

/// <summary>First sheet of a criteria set's workbook: its head, and how the other sheets are filled.</summary>
internal static class CriteriaSetWorkbookCover
{
    private const int FirstRow = 3;
    private const double NameWidth = 22;
    private const double ContentWidth = 64;
    private const double HintWidth = 44;
    private const double Space = 4;

    private static readonly string[] Steps =
    [
        "Mỗi trang tính là một danh sách, mỗi dòng một mục, thứ tự dòng là thứ tự trong bộ tiêu chí. Điền từ dòng 3 trở xuống; không đổi tên trang và tên cột. Dòng trống được bỏ qua.",
        "Ô có danh sách: bấm vào ô rồi chọn. Không dùng công thức; nếu chép từ bảng tính khác, dán giá trị.",
        "Số: phần thập phân viết bằng dấu phẩy, ví dụ 12,5. Biểu thức dùng mã câu hỏi và dấu chấm thập phân, ví dụ H02 / H01 >= 0.5 hoặc has(E04, \"a\").",
        "Trang Phương án: các phương án của câu Chọn một, Chọn nhiều và các cột của câu Bảng nhiều dòng.",
        "Trang Quy tắc: mỗi tiêu chí một dòng, cột Phần để trống. Tiêu chí theo mức, theo trường hợp, theo phương án có thêm các dòng Từ, Trên, Khi, Phương án: ghi lại mã tiêu chí (và phần), điểm ở cột Điểm.",
        "Cộng nhiều phần, Lấy phần cao nhất: mỗi phần một dòng, đánh số 1, 2… ở cột Phần; phần của phần là 1.1, 1.2… Mỗi phần có điểm tối đa của mình.",
        "Trang Kiểm thử: một dòng Kiểm thử có mã và tên; một dòng cho mỗi Cơ quan; mỗi câu trả lời, số liệu kỳ trước, điểm mong đợi một dòng. Câu trả lời là bảng: mỗi ô của bảng một dòng, ghi số dòng và mã cột.",
        $"“{SetSheetPlan.None}” là có trả lời nhưng không chọn mục nào, không có dòng nào; “{SetSheetPlan.Blank}” là văn bản để trống. Ô trống là không ghi.",
        "Điền xong, lưu dạng .xlsx rồi chọn tệp trên cổng. Cổng báo mọi chỗ chưa đúng theo trang và ô.",
    ];

    /// <param name="cut">Where a text was longer than a cell can hold.</param>
    public static void Write(IXLWorksheet sheet, Dictionary<string, WorkbookCell> head, IReadOnlyList<string> cut)
    {
        sheet.Column(1).Width = NameWidth;
        sheet.Column(2).Width = ContentWidth;
        sheet.Column(3).Width = HintWidth;
        sheet.Cell(1, 1).SetValue("BỘ TIÊU CHÍ ĐÁNH GIÁ").Style.Font.SetBold().Font.SetFontSize(18).Font.SetFontColor(FormWorkbookStyle.Head);
        var row = FirstRow;
        foreach (var item in SetSheetPlan.Head.Columns)
        {
            sheet.Cell(row, 1).SetValue(item.Heading).Style.Font.SetBold();
            var content = sheet.Cell(row, 2);
            if (CriteriaSetWorkbook.IsText(item))
                content.Style.NumberFormat.Format = Sheets.TextCells.Format;
            if (head.TryGetValue(item.Key, out var value))
                CriteriaSetWorkbook.Put(content, value, CriteriaSetWorkbook.IsText(item));
            content.Style.Fill.SetBackgroundColor(FormWorkbookStyle.Open).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left)
                .Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(FormWorkbookStyle.Line);
            sheet.Cell(row, 3).SetValue(item.Hint).Style.Font.SetItalic().Font.SetFontSize(10).Font.SetFontColor(FormWorkbookStyle.Muted);
            sheet.Range(row, 1, row, 3).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            sheet.Row(row).Height = Math.Min(400, FormWorkbookStyle.HeightOf(value?.Text ?? "", ContentWidth)) + Space;
            row++;
        }

        row++;
        if (cut.Count > 0)
        {
            Line($"Văn bản dài quá 32.767 ký tự, phần sau không có trong tệp này: {string.Join("; ", cut)}.", FormWorkbookStyle.Bad);
            row++;
        }

        sheet.Cell(row++, 1).SetValue("Cách điền").Style.Font.SetBold().Font.SetFontSize(14).Font.SetFontColor(FormWorkbookStyle.Head);
        for (var i = 0; i < Steps.Length; i++)
            Line($"{i + 1}. {Steps[i]}", FormWorkbookStyle.Ink);
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);

        void Line(string text, XLColor color)
        {
            var line = sheet.Range(row, 1, row, 3).Merge();
            line.FirstCell().SetValue(text).Style.Font.SetFontColor(color);
            line.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            sheet.Row(row++).Height = FormWorkbookStyle.HeightOf(text, NameWidth + ContentWidth + HintWidth) + Space;
        }
    }
}
