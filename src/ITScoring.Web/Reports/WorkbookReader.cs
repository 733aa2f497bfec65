using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ITScoring.Web.Input;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Reads the cells of an uploaded workbook, part after part and never a part as a whole, under hard limits.</summary>
public sealed partial class WorkbookReader
{
    private const string SurveyForm = "phiếu";

    private const int MaxSheets = 100;
    private const int MaxCells = 200_000;
    private const int MaxStrings = 100_000;
    private const int MaxLetters = 4_000_000;
    private const int MaxStyles = 70_000;

    private readonly List<string> _strings = [];
    private readonly List<WorkbookCellKind> _styles = [];
    private bool _from1904;
    private int _cells;
    private int _letters;

    private WorkbookReader()
    {
    }

    /// <param name="file">Can be sought.</param>
    /// <param name="form">What the portal offers to fill instead of a file that is not read, in the middle of a sentence.</param>
    /// <returns>The cells, or why the file is not read and what to do.</returns>
    public static InputResult<UploadedWorkbook> Read(Stream file, string form = SurveyForm)
    {
        if (WorkbookPackage.Problem(file, form) is { } problem)
            return InputResult<UploadedWorkbook>.Wrong(problem);
        try
        {
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            return InputResult<UploadedWorkbook>.Of(new WorkbookReader().Workbook(document));
        }
        catch (TooMuch)
        {
            return InputResult<UploadedWorkbook>.Wrong($"Tệp có quá nhiều nội dung (nhiều hơn {Display.Of(MaxCells)} ô, {Display.Of(MaxSheets)} trang tính hoặc {Display.Of(MaxLetters)} ký tự). Tải {form} mới từ cổng rồi chép số liệu sang.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a broken or malicious package makes the libraries throw, of more kinds than they name: to the sender it is one thing.
            return InputResult<UploadedWorkbook>.Wrong(Broken(form));
        }
    }

    internal static string Broken(string form) => $"Tệp bị hỏng hoặc không đúng cấu trúc của tệp .xlsx nên không đọc được. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi chọn lại; nếu vẫn không được, tải {form} mới từ cổng.";

    private UploadedWorkbook Workbook(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("No workbook.");
        var sheets = new List<(string Name, string Id)>();
        foreach (var (reader, type) in Elements(workbook))
        {
            if (type == typeof(WorkbookProperties))
                _from1904 = Attribute(reader, "date1904") is "1" or "true";
            else if (type == typeof(Sheet))
                sheets.Add((Attribute(reader, "name") ?? "", Attribute(reader, "id") ?? ""));
            Limit(sheets.Count <= MaxSheets);
        }

        Styles(workbook.WorkbookStylesPart);
        Strings(workbook.SharedStringTablePart);
        // Charts and the like are no sheets of cells.
        return new UploadedWorkbook([.. sheets.Where(s => workbook.GetPartById(s.Id) is WorksheetPart).Select(s => new UploadedSheet(s.Name, Cells((WorksheetPart)workbook.GetPartById(s.Id))))]);
    }

    /// <summary>What each look of cells makes of a number.</summary>
    private void Styles(WorkbookStylesPart? part)
    {
        if (part is null)
            return;
        var custom = new Dictionary<string, WorkbookCellKind>();
        var inCells = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(CellFormats))
                inCells = reader.IsStartElement;
            else if (reader.IsStartElement && reader.ElementType == typeof(NumberingFormat))
                custom[Attribute(reader, "numFmtId") ?? ""] = KindOf(Attribute(reader, "formatCode") ?? "");
            else if (reader.IsStartElement && inCells && reader.ElementType == typeof(CellFormat))
                _styles.Add(Attribute(reader, "numFmtId") is { } id ? custom.TryGetValue(id, out var kind) ? kind : KindOfBuiltIn(id) : WorkbookCellKind.Number);
            Limit(_styles.Count <= MaxStyles && custom.Count <= MaxStyles);
        }
    }

    private void Strings(SharedStringTablePart? part)
    {
        if (part is null)
            return;
        var text = new StringBuilder();
        var phonetic = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(PhoneticRun))
            {
                phonetic = reader.IsStartElement;
            }
            else if (reader.ElementType == typeof(SharedStringItem) && reader.IsEndElement)
            {
                _strings.Add(Unescape(text.ToString()));
                text.Clear();
                Limit(_strings.Count <= MaxStrings);
            }
            else if (reader.ElementType == typeof(Text) && reader.IsStartElement && !phonetic)
            {
                text.Append(Counted(reader.GetText()));
            }
        }
    }

    private Dictionary<WorkbookAddress, WorkbookCell> Cells(WorksheetPart part)
    {
        var cells = new Dictionary<WorkbookAddress, WorkbookCell>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Cell) || !reader.IsStartElement)
                continue;
            Limit(++_cells <= MaxCells);
            // Programs that leave the address out are none that people edit forms with.
            var at = WorkbookAddress.Parse(Attribute(reader, "r")) ?? throw new InvalidDataException("A cell without an address.");
            if (Cell(reader) is { Kind: not WorkbookCellKind.Empty } cell && !cells.TryAdd(at, cell))
                throw new InvalidDataException("A cell that stands twice.");
        }

        return cells;
    }

    private WorkbookCell Cell(OpenXmlReader reader)
    {
        var (type, style) = (Attribute(reader, "t"), Attribute(reader, "s"));
        var (written, inline, isFormula, phonetic) = ((string?)null, (StringBuilder?)null, false, false);
        if (reader.IsEndElement)
            return WorkbookCell.Empty;
        while (reader.Read() && !(reader.ElementType == typeof(Cell) && reader.IsEndElement))
        {
            if (reader.ElementType == typeof(PhoneticRun))
                phonetic = reader.IsStartElement;
            else if (!reader.IsStartElement)
                continue;
            else if (reader.ElementType == typeof(CellFormula))
                isFormula = true;
            else if (reader.ElementType == typeof(CellValue))
                written = Counted(reader.GetText());
            else if (reader.ElementType == typeof(Text) && !phonetic)
                (inline ??= new StringBuilder()).Append(Counted(reader.GetText()));
        }

        if (isFormula)
            return new WorkbookCell(WorkbookCellKind.Formula, written ?? "");
        return type switch
        {
            _ when string.IsNullOrEmpty(written) && inline is null => WorkbookCell.Empty,
            "s" => WorkbookCell.OfText(_strings[int.Parse(written!, System.Globalization.CultureInfo.InvariantCulture)]),
            "inlineStr" => WorkbookCell.OfText(Unescape(inline?.ToString() ?? "")),
            "str" or "d" => WorkbookCell.OfText(Unescape(written ?? "")),
            "b" => new WorkbookCell(WorkbookCellKind.Boolean, written is "1" or "true" ? "true" : "false"),
            "e" => new WorkbookCell(WorkbookCellKind.Error, written!),
            _ => WorkbookCell.Read(written!, KindOfStyle(style), _from1904) ?? new WorkbookCell(WorkbookCellKind.Error, written!),
        };
    }

    private WorkbookCellKind KindOfStyle(string? style) =>
        int.TryParse(style, out var index) && index >= 0 && index < _styles.Count ? _styles[index] : WorkbookCellKind.Number;

    /// <summary>Formats that every program knows by number (ECMA-376 part 1, 18.8.30).</summary>
    private static WorkbookCellKind KindOfBuiltIn(string id) => int.TryParse(id, out var number) ? number switch
    {
        9 or 10 => WorkbookCellKind.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => WorkbookCellKind.Date,
        _ => WorkbookCellKind.Number,
    } : WorkbookCellKind.Number;

    private static WorkbookCellKind KindOf(string format)
    {
        // Without texts in quotes, escaped letters, and colours and conditions in brackets.
        var plain = Literal().Replace(format, "");
        return plain.Contains('%') ? WorkbookCellKind.Percent : plain.AsSpan().IndexOfAny("dDmMyYhHsS") >= 0 ? WorkbookCellKind.Date : WorkbookCellKind.Number;
    }

    private static IEnumerable<(OpenXmlReader Reader, Type Type)> Elements(OpenXmlPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement)
                yield return (reader, reader.ElementType);
        }
    }

    private static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
                return attribute.Value;
        }

        return null;
    }

    /// <summary>Letters that XML cannot hold stand as _x000D_.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()) : text;

    private string Counted(string text)
    {
        _letters += text.Length;
        Limit(_letters <= MaxLetters);
        return text;
    }

    private static void Limit(bool holds)
    {
        if (!holds)
            throw new TooMuch();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();

    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]")]
    private static partial Regex Literal();

    private sealed class TooMuch : Exception;
}
