using ClosedXML.Excel;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>How a form's workbook looks on screen and on A4 paper. Widths are set: nothing here can measure text.</summary>
internal static class FormWorkbookStyle
{
    public const string Font = "Times New Roman";

    public static readonly XLColor Ink = XLColor.FromHtml("#16202C");
    public static readonly XLColor Muted = XLColor.FromHtml("#5A6878");
    public static readonly XLColor Line = XLColor.FromHtml("#BCC7D3");
    public static readonly XLColor Head = XLColor.FromHtml("#083F7A");
    public static readonly XLColor Open = XLColor.FromHtml("#FFF9E0");
    public static readonly XLColor Locked = XLColor.FromHtml("#EEF1F5");
    public static readonly XLColor Bad = XLColor.FromHtml("#A50E24");

    /// <summary>Of the fixed columns, in letters of the font; columns beyond them belong to wide tables.</summary>
    private static readonly double[] Widths = [8.5, 60, 12, 22, 26, 34];

    private const double OtherWidth = 22;
    private const double LineHeight = 15.75;
    private const double SmallLineHeight = 14;

    public static double WidthOf(int column) => column <= Widths.Length ? Widths[column - 1] : OtherWidth;

    /// <summary>Height that a text takes in a column, in points: letters of the font are a little narrower than its digits, small ones by a quarter.</summary>
    public static double HeightOf(string text, double width, bool isSmall = false) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length / (width * (isSmall ? 1.35 : 1.05))))) * (isSmall ? SmallLineHeight : LineHeight);

    public static void Prepare(XLWorkbook workbook, FormWorkbookContent content)
    {
        workbook.Style.Font.FontName = Font;
        workbook.Style.Font.FontSize = 12;
        workbook.Style.Font.FontColor = Ink;
        // What a program would fill in by itself is the name of the account that the site runs as.
        workbook.Properties.Author = content.AgencyName;
        workbook.Properties.LastModifiedBy = "";
        workbook.Properties.Title = content.Heading;
    }

    /// <summary>Head lines, widths and column headings of a section's sheet.</summary>
    public static void Section(IXLWorksheet sheet, Section section, FormWorkbookContent content)
    {
        for (var i = 0; i < Widths.Length; i++)
            sheet.Column(i + 1).Width = Widths[i];
        sheet.Cell(1, 1).SetValue($"{section.Code}. {section.Name}").Style.Font.SetBold().Font.SetFontSize(15).Font.SetFontColor(Head);
        sheet.Cell(2, 1).SetValue(content.Notice is null ? $"{content.AgencyName}. {content.Heading}" : $"{content.AgencyName}. {content.Heading}. {content.Notice}.").Style.Font.SetFontColor(Muted);
        for (var i = 0; i < FormWorkbookLayout.Heads.Count; i++)
        {
            var head = sheet.Cell(FormWorkbookLayout.HeadRow, i + 1).SetValue(FormWorkbookLayout.Heads[i]);
            head.Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(Head).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();
            head.Style.Alignment.SetHorizontal(i >= 2 ? XLAlignmentHorizontalValues.Center : XLAlignmentHorizontalValues.Left);
        }

        sheet.Row(FormWorkbookLayout.HeadRow).Height = 24;
        sheet.SheetView.FreezeRows(FormWorkbookLayout.HeadRow);
    }

    /// <summary>Paper and protection, once everything is written.</summary>
    public static void Finish(IXLWorksheet sheet, FormWorkbookContent content)
    {
        var last = sheet.LastColumnUsed().ColumnNumber();
        for (var column = Widths.Length + 1; column <= last; column++)
            sheet.Column(column).Width = OtherWidth;
        Paper(sheet, content, XLPageOrientation.Landscape);
        sheet.PageSetup.SetRowsToRepeatAtTop(1, FormWorkbookLayout.HeadRow);
        sheet.Protect().AllowElement(XLSheetProtectionElements.FormatRows).AllowElement(XLSheetProtectionElements.FormatColumns);
    }

    public static void Paper(IXLWorksheet sheet, FormWorkbookContent content, XLPageOrientation orientation)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = orientation;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.Margins.SetTop(0.6).SetBottom(0.7).SetLeft(0.6).SetRight(0.5).SetHeader(0.3).SetFooter(0.3);
        // In headers and footers an ampersand begins a code.
        sheet.PageSetup.Footer.Left.AddText($"{content.AgencyName.Replace("&", "&&", StringComparison.Ordinal)}{(content.Notice is null ? "" : ". " + content.Notice)}");
        sheet.PageSetup.Footer.Right.AddText("Trang ");
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        sheet.PageSetup.Footer.Right.AddText("/");
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
