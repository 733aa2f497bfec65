using DocumentFormat.OpenXml.Wordprocessing;
using ITScoring.Web.Reports.Pdf;
using static ITScoring.Web.Reports.Documents.DocxWords;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace ITScoring.Web.Reports.Documents;

/// <summary>A table with lines whose head stands again on every page.</summary>
internal static class DocxTable
{
    private const double CellPadding = 3;

    public static Table Of(TableBlock block, double width)
    {
        var shares = block.Columns.Sum(c => c.Share);
        var widths = block.Columns.Select(c => width * c.Share / shares).ToList();
        var (text, bold) = (new TextStyle(FontFace.Regular, block.Size), new TextStyle(FontFace.Bold, block.Size));
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa },
                new TableBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = (short)(CellPadding * 20), Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = (short)(CellPadding * 20), Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = Twips(w) })));
        table.Append(new WordRow([
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. block.Columns.Select((c, i) => Cell(c.Heading, bold with { Align = TextAlign.Centre }, widths[i], 1, isHead: true)),
        ]));
        // Headings within the table are not tied to what follows: LibreOffice would no longer repeat the head.
        foreach (var row in block.Rows)
        {
            var isAcross = row.Cells.Count == 1 && block.Columns.Count > 1;
            table.Append(isAcross
                ? new WordRow(new TableRowProperties(new CantSplit()), Cell(row.Cells[0], bold, width, block.Columns.Count))
                : new WordRow(row.Cells.Select((cell, i) => Cell(cell, text with { Align = block.Columns[i].Align }, widths[i], 1))));
        }

        return table;
    }

    private static TableCell Cell(string text, TextStyle style, double width, int columns, bool isHead = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (columns > 1)
            properties.Append(new GridSpan { Val = columns });
        if (isHead)
            properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, Line(text, style));
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
}
