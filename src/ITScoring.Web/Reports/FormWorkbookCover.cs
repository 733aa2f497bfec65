using ClosedXML.Excel;

namespace ITScoring.Web.Reports;

/// <summary>First sheet of a form's workbook: whose form it is and how to fill it.</summary>
internal static class FormWorkbookCover
{
    private const double NameWidth = 26;
    private const double TextWidth = 74;
    private const double Space = 3;

    private static readonly string[] Steps =
    [
        "Mỗi phần của phiếu là một trang tính. Chỉ điền vào các ô nền vàng nhạt ở cột “Trả lời”, các dòng của bảng và cột “Ghi chú”; các ô khác được bảo vệ.",
        "Số: điền chữ số, phần thập phân viết như trên máy của anh/chị. Câu chỉ nhận số nguyên sẽ báo khi điền sai. Không dùng công thức trong ô trả lời.",
        "Câu có danh sách: bấm vào ô rồi chọn một mục. Câu chọn nhiều mục: điền Có hoặc Không ở từng dòng; nếu chưa trả lời thì để trống tất cả các dòng.",
        "Câu trả lời bằng bảng: mỗi dòng một mục; nếu không có mục nào, chọn “Không có dòng nào” ở cột “Trả lời”. Cần thêm dòng hơn số dòng trống thì nhập trên cổng.",
        "Ngày: điền theo dạng ngày/tháng/năm, ví dụ 30/11/2018. Xóa trắng một ô đã có trả lời là bỏ câu trả lời đó.",
        "Không thêm, xóa, chuyển hoặc sắp xếp lại dòng, cột, trang tính; không đổi mã ở cột “Mã”: tệp đã đổi cấu trúc sẽ không nhận lại được.",
        "Điền xong, lưu tệp (giữ dạng .xlsx) rồi mở phiếu trên cổng, mục “Phiếu dạng Excel”, chọn tệp và bấm “Xem trước”. Cổng cho xem từng ô sẽ thay đổi trước khi ghi. Tài liệu kiểm chứng nộp trên cổng.",
    ];

    public static void Write(IXLWorksheet sheet, FormWorkbookContent content)
    {
        sheet.Column(1).Width = NameWidth;
        sheet.Column(2).Width = TextWidth;
        sheet.Cell(1, 1).SetValue("PHIẾU KHẢO SÁT").Style.Font.SetBold().Font.SetFontSize(18).Font.SetFontColor(FormWorkbookStyle.Head);
        sheet.Cell(2, 1).SetValue(content.Heading).Style.Font.SetFontSize(13).Font.SetFontColor(FormWorkbookStyle.Muted);
        var row = 4;
        if (content.Notice is not null)
        {
            sheet.Cell(row, 1).SetValue(content.Notice).Style.Font.SetBold().Font.SetFontColor(FormWorkbookStyle.Bad);
            row += 2;
        }

        foreach (var (name, text) in content.Facts.Prepend(("Cơ quan, đơn vị", content.AgencyName)))
        {
            sheet.Cell(row, 1).SetValue(name).Style.Font.SetFontColor(FormWorkbookStyle.Muted).Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            sheet.Cell(row, 2).SetValue(text).Style.Font.SetBold().Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            sheet.Range(row, 1, row, 2).Style.Border.SetBottomBorder(XLBorderStyleValues.Hair).Border.SetBottomBorderColor(FormWorkbookStyle.Line);
            sheet.Row(row).Height = FormWorkbookStyle.HeightOf(text, TextWidth) + Space;
            row++;
        }

        row++;
        sheet.Cell(row++, 1).SetValue("Cách điền").Style.Font.SetBold().Font.SetFontSize(14).Font.SetFontColor(FormWorkbookStyle.Head);
        for (var i = 0; i < Steps.Length; i++, row++)
        {
            var line = sheet.Range(row, 1, row, 2).Merge();
            line.FirstCell().SetValue($"{i + 1}. {Steps[i]}");
            line.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            sheet.Row(row).Height = FormWorkbookStyle.HeightOf(Steps[i], NameWidth + TextWidth) + Space;
        }

        row++;
        Swatch(sheet.Cell(row, 1), FormWorkbookStyle.Open, "ô được điền, sửa");
        Swatch(sheet.Cell(row + 1, 1), FormWorkbookStyle.Locked, "ô chỉ xem");
        FormWorkbookStyle.Paper(sheet, content, XLPageOrientation.Portrait);
        sheet.Protect();
    }

    private static void Swatch(IXLCell cell, XLColor color, string text)
    {
        cell.Style.Fill.SetBackgroundColor(color).Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(FormWorkbookStyle.Line);
        cell.CellRight().SetValue(text).Style.Alignment.SetIndent(1);
    }
}
