using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Writer;

namespace ITScoring.Web.Reports.Pdf;

/// <summary>
/// A4 pages that fill from top to bottom, with the margins of official documents (Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20 mm, left 30,
/// right 15) and the page's number centred in the top margin from the second page on; upright or, for wide tables, across. Coordinates are PDF's: points,
/// from the lower left.
/// </summary>
public sealed class PageFlow : IDisposable
{
    public const double Millimetre = 72 / 25.4;

    private const double ShortSide = 210 * Millimetre;
    private const double LongSide = 297 * Millimetre;
    private const double CellPadding = 3;
    private const double Line = 0.5;

    private static readonly TextStyle Number = new(FontFace.Regular, 13, TextAlign.Centre);
    private static readonly TextStyle Remark = new(FontFace.Italic, 11, TextAlign.Centre);

    private readonly MemoryStream _file = new();
    private readonly PdfDocumentBuilder _document;
    private readonly FontSet _fonts;
    private readonly List<(string Title, int Level, int Page, double Top)> _marks = [];
    private readonly string? _remark;
    private PdfPageBuilder _page = null!;
    private bool _isLandscape;
    private int _pages;

    /// <param name="remark">A line centred in the bottom margin of every page; null: none.</param>
    public PageFlow(string title, string? remark = null)
    {
        _remark = remark;
        _document = new PdfDocumentBuilder(_file, false, PdfWriterType.Default, 1.7, new MendingWriter("vi-VN")) { ArchiveStandard = PdfAStandard.A2B };
        _document.DocumentInformation.Title = title;
        _document.DocumentInformation.Creator = "Cổng đánh giá ứng dụng CNTT";
        _fonts = new FontSet(_document);
        NewPage();
    }

    public static double Left => 30 * Millimetre;

    public static double Bottom => 20 * Millimetre;

    public double Right => PageWidth - (15 * Millimetre);

    public double Top => PageHeight - (20 * Millimetre);

    public double Width => Right - Left;

    /// <summary>Where the next thing begins.</summary>
    public double Y { get; private set; }

    private double PageWidth => _isLandscape ? LongSide : ShortSide;

    private double PageHeight => _isLandscape ? ShortSide : LongSide;

    /// <summary>Leaves room.</summary>
    public void Space(double points) => Y -= points;

    /// <summary>Goes on on a new page, upright or across.</summary>
    public void Turn(bool isLandscape)
    {
        _isLandscape = isLandscape;
        NewPage();
    }

    /// <summary>An entry of the outline that leads to what comes next.</summary>
    /// <param name="level">1 for the highest.</param>
    public void Mark(string title, int level) => _marks.Add((title, level, _pages, Y));

    /// <summary>A paragraph over the whole width.</summary>
    /// <param name="indent">Of its first line.</param>
    public void Text(string text, TextStyle style, double indent = 0)
    {
        foreach (var (i, line) in TextLines.Of(text, style, Width, indent).Index())
        {
            Room(style.LineHeight);
            var shift = i == 0 ? indent : 0;
            Write(line, style, Left + shift, Width - shift, Y);
            Y -= style.LineHeight;
        }
    }

    /// <summary>Two columns that begin at the same height and stay together; the next thing stands below the deeper one.</summary>
    /// <param name="share">Of the width, for the left column.</param>
    public void Columns(double share, IReadOnlyList<(string Text, TextStyle Style)> left, IReadOnlyList<(string Text, TextStyle Style)> right)
    {
        var (leftWidth, gap) = (Width * share, 2 * Millimetre);
        var rightWidth = Width - leftWidth - gap;
        Room(Math.Max(Depth(left, leftWidth), Depth(right, rightWidth)));
        var top = Y;
        Y = Math.Min(Column(left, Left, leftWidth, top), Column(right, Left + leftWidth + gap, rightWidth, top));
    }

    /// <summary>A centred line, such as stands below the names in the head of a document.</summary>
    /// <param name="centre">Of the line, from the left margin.</param>
    public void Rule(double centre, double width, double y) =>
        _page.DrawLine(new PdfPoint(Left + centre - (width / 2), y), new PdfPoint(Left + centre + (width / 2), y), 0.75);

    /// <summary>A table with lines, whose head stands again on every page; a row that is deeper than the page goes on on the next.</summary>
    public void Table(IReadOnlyList<TableColumn> columns, IEnumerable<TableRow> rows, double size = 11)
    {
        var (text, bold) = (new TextStyle(FontFace.Regular, size), new TextStyle(FontFace.Bold, size));
        var widths = Widths(columns);
        var head = new TableRow([.. columns.Select(c => c.Heading)]);
        Room(Beginning(columns, size));
        Head();
        foreach (var row in rows)
        {
            var across = row.Cells.Count == 1 && columns.Count > 1;
            var style = across ? bold : text;
            var cells = Lines(row, across ? [Width] : widths, style);
            // A heading takes the beginning of what it is about along.
            var least = across ? Depth(cells, style) + (2 * text.LineHeight) + (2 * CellPadding) : Math.Min(Depth(cells, style), (2 * style.LineHeight) + (2 * CellPadding));
            for (var from = 0; from < Math.Max(1, cells.Max(c => c.Count));)
            {
                if (Y - Bottom < (from == 0 ? least : style.LineHeight + (2 * CellPadding)))
                {
                    NewPage();
                    Head();
                }

                var fitting = (int)((Y - Bottom - (2 * CellPadding)) / style.LineHeight);
                Row([.. cells.Select(c => (IReadOnlyList<TextLine>)[.. c.Skip(from).Take(fitting)])], across ? [Width] : widths, [.. columns.Select(c => style with { Align = across ? TextAlign.Left : c.Align })]);
                from += fitting;
            }
        }

        void Head() => Row(Lines(head, widths, bold), widths, [.. columns.Select(_ => bold with { Align = TextAlign.Centre })]);
    }

    /// <summary>Begins a new page unless there is room for this much.</summary>
    public void Room(double height)
    {
        if (Y - height < Bottom - 0.01 && Y < Top)
            NewPage();
    }

    /// <summary>How deep the head of a table is with the beginning of its first row.</summary>
    public double Beginning(IReadOnlyList<TableColumn> columns, double size)
    {
        var (text, bold) = (new TextStyle(FontFace.Regular, size), new TextStyle(FontFace.Bold, size));
        return Depth(Lines(new TableRow([.. columns.Select(c => c.Heading)]), Widths(columns), bold), bold) + (2 * text.LineHeight) + (2 * CellPadding);
    }

    /// <summary>The document; nothing can be added afterwards.</summary>
    public byte[] Build()
    {
        if (_marks.Count > 0)
            _document.Bookmarks = new Bookmarks(Outline(0, _marks.Count, 1));
        return _document.Build();
    }

    public void Dispose()
    {
        _document.Dispose();
        _file.Dispose();
    }

    /// <summary>The entries of a level with those below them.</summary>
    private List<BookmarkNode> Outline(int from, int to, int level)
    {
        var nodes = new List<BookmarkNode>();
        for (var i = from; i < to;)
        {
            var next = i + 1;
            while (next < to && _marks[next].Level > _marks[i].Level)
                next++;
            var (title, _, page, top) = _marks[i];
            nodes.Add(new DocumentBookmarkNode(
                title, level, new ExplicitDestination(page, ExplicitDestinationType.FitHorizontally, new ExplicitDestinationCoordinates(null, top)), Outline(i + 1, next, level + 1)));
            i = next;
        }

        return nodes;
    }

    private List<double> Widths(IReadOnlyList<TableColumn> columns)
    {
        var shares = columns.Sum(c => c.Share);
        return [.. columns.Select(c => Width * c.Share / shares)];
    }

    private static double Depth(IReadOnlyList<(string Text, TextStyle Style)> column, double width) =>
        column.Sum(part => TextLines.Of(part.Text, part.Style, width).Count * part.Style.LineHeight);

    private static double Depth(IReadOnlyList<IReadOnlyList<TextLine>> cells, TextStyle style) => (cells.Max(c => c.Count) * style.LineHeight) + (2 * CellPadding);

    private static IReadOnlyList<IReadOnlyList<TextLine>> Lines(TableRow row, IReadOnlyList<double> widths, TextStyle style) =>
        [.. row.Cells.Select((cell, i) => TextLines.Of(cell, style, widths[i] - (2 * CellPadding)))];

    private double Column(IReadOnlyList<(string Text, TextStyle Style)> column, double x, double width, double y)
    {
        foreach (var (text, style) in column)
        {
            foreach (var line in TextLines.Of(text, style, width))
            {
                Write(line, style, x, width, y);
                y -= style.LineHeight;
            }
        }

        return y;
    }

    private void Row(IReadOnlyList<IReadOnlyList<TextLine>> cells, IReadOnlyList<double> widths, IReadOnlyList<TextStyle> styles)
    {
        var depth = Depth(cells, styles[0]);
        var x = Left;
        for (var i = 0; i < cells.Count; i++)
        {
            _page.DrawRectangle(new PdfPoint(x, Y - depth), widths[i], depth, Line);
            var y = Y - CellPadding;
            foreach (var line in cells[i])
            {
                Write(line, styles[i], x + CellPadding, widths[i] - (2 * CellPadding), y);
                y -= styles[i].LineHeight;
            }

            x += widths[i];
        }

        Y -= depth;
    }

    private void Write(TextLine line, TextStyle style, double x, double width, double top)
    {
        if (line.Text.Length == 0)
            return;
        var (free, foot) = (width - style.Face.Width(line.Text, style.Size), top - style.Baseline);
        if (style.Align == TextAlign.Justify && !line.IsLast)
        {
            var words = line.Text.Split(' ');
            var gap = words.Length > 1 ? free / (words.Length - 1) : 0;
            foreach (var word in words)
            {
                _fonts.Write(_page, word + " ", style, x, foot);
                x += style.Face.Width(word + " ", style.Size) + gap;
            }

            return;
        }

        var at = x + (style.Align switch { TextAlign.Centre => free / 2, TextAlign.Right => free, _ => 0 });
        // Without the blank, who takes the text out of the file finds the last word of a line glued to the first of the next.
        _fonts.Write(_page, line.IsLast ? line.Text : line.Text + " ", style, at, foot);
    }

    private void NewPage()
    {
        _page = _document.AddPage(PageWidth, PageHeight);
        Y = Top;
        if (++_pages > 1)
            Write(new TextLine($"{_pages}", true), Number, Left, Width, Top + (10 * Millimetre) + (Number.LineHeight / 2));
        if (_remark is not null)
            Write(new TextLine(_remark, true), Remark, Left, Width, Bottom - (4 * Millimetre));
    }
}
