using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ITScoring.Web.Reports.Pdf;

namespace ITScoring.Web.Reports.Documents;

/// <summary>Paragraphs and tables without lines, as Word writes them. Lengths are given in points.</summary>
internal static class DocxWords
{
    /// <summary>Twentieths of a point, in which Word counts lengths.</summary>
    public static string Twips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);

    public static SpacingBetweenLines Spacing(double after, double before = 0) => new() { Before = Twips(before), After = Twips(after), Line = "240", LineRule = LineSpacingRuleValues.Auto };

    /// <summary>A paragraph without space around it.</summary>
    public static Paragraph Line(string text, TextStyle style) => Paragraph(text, style);

    public static Paragraph Paragraph(
        string text, TextStyle style, double indent = 0, double before = 0, double after = 0, string? named = null, bool keepNext = false, bool isItalic = false)
    {
        var properties = new ParagraphProperties();
        if (named is not null)
            properties.Append(new ParagraphStyleId { Val = named });
        if (keepNext)
            properties.Append(new KeepNext());
        properties.Append(Spacing(after, before));
        if (indent > 0)
            properties.Append(new Indentation { FirstLine = Twips(indent) });
        properties.Append(new Justification { Val = Side(style.Align) });
        return new Paragraph(properties, Run(text, style, isItalic));
    }

    /// <summary>A centred line, such as stands below the names in the head of a document.</summary>
    /// <param name="width">Of the column in which it stands.</param>
    public static Paragraph Rule(double width, double length)
    {
        // A paragraph as low as can be, whose upper border is the line.
        var side = Twips((width - length) / 2);
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" }),
                new SpacingBetweenLines { Before = "40", After = "0", Line = "60", LineRule = LineSpacingRuleValues.Exact },
                new Indentation { Left = side, Right = side },
                new Justification { Val = JustificationValues.Center }));
    }

    /// <summary>A table that nobody sees: what stands side by side.</summary>
    public static Table Plain(IReadOnlyList<double> widths, params IReadOnlyList<IReadOnlyList<IReadOnlyList<Paragraph>>> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Twips(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = Twips(w) })));
        foreach (var row in rows)
        {
            var line = new DocumentFormat.OpenXml.Wordprocessing.TableRow(new TableRowProperties(new CantSplit()));
            foreach (var (i, cell) in row.Index())
                line.Append(new TableCell([new TableCellProperties(new TableCellWidth { Width = Twips(widths[i]), Type = TableWidthUnitValues.Dxa }), .. cell]));
            table.Append(line);
        }

        return table;
    }

    public static JustificationValues Side(TextAlign align) => align switch
    {
        TextAlign.Centre => JustificationValues.Center,
        TextAlign.Right => JustificationValues.Right,
        TextAlign.Justify => JustificationValues.Both,
        _ => JustificationValues.Left,
    };

    public static Run Run(string text, TextStyle style, bool isItalic = false)
    {
        var properties = new RunProperties();
        if (style.Face == FontFace.Bold)
            properties.Append(new Bold());
        if (style.Face == FontFace.Italic || isItalic)
            properties.Append(new Italic());
        var size = ((int)Math.Round(style.Size * 2)).ToString(CultureInfo.InvariantCulture);
        properties.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        var run = new Run(properties);
        foreach (var (i, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(Printable(line)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Composed letters, and nothing that XML cannot hold.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
            printable.Append(Rune.IsControl(rune) ? " " : rune.Value is 0xFFFE or 0xFFFF ? "" : rune.ToString());
        return printable.ToString();
    }
}
