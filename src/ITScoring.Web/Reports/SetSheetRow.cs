using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ITScoring.Web.Input;

namespace ITScoring.Web.Reports;

/// <summary>One line of a criteria set's workbook, its cells by key. What cannot be understood is noted once, and stands as its text in what is read.</summary>
/// <param name="at">Where the cells of the keys stand.</param>
internal sealed partial class SetSheetRow(SetSheet plan, UploadedSheet sheet, Func<string, WorkbookAddress> at, SetSheetProblems problems)
{
    private const int MaxWholeDigits = 15;
    private const int MaxDecimals = 9;

    public SetSheet Plan => plan;

    public WorkbookAddress At(string key) => at(key);

    public bool IsEmpty => plan.Columns.All(column => !Has(column.Key));

    public bool Has(string key) => sheet[at(key)] is { Kind: not WorkbookCellKind.Empty } cell && (cell.Kind != WorkbookCellKind.Text || PlainText.Clean(cell.Text) is not null);

    /// <summary>Notes something that has no place in a set.</summary>
    public void Lost(string key, string message) => problems.Lost(plan.Name, at(key), message);

    /// <summary>What the JSON holds for the key; null: the cell is empty.</summary>
    public JsonNode? Value(string key) => plan[key].Kind switch
    {
        SetSheetKind.Code => Json(Code(key)),
        SetSheetKind.Expression => Json(Expression(key)),
        SetSheetKind.Number => Number(key, whole: false),
        SetSheetKind.Whole => Number(key, whole: true),
        SetSheetKind.Word => Word(key),
        _ => Json(Text(key)),
    };

    /// <summary>Words for people: trimmed, in one form.</summary>
    public string? Text(string key) => Typed(key) is not { } cell ? null : PlainText.Clean(Written(cell)) is SetSheetPlan.Blank ? "" : PlainText.Clean(Written(cell));

    /// <summary>As written, since an expression is kept to the letter.</summary>
    public string? Expression(string key) => Typed(key) is not { } cell ? null
        : PlainText.Clean(cell.Text) is SetSheetPlan.Blank ? ""
        : (cell.Kind == WorkbookCellKind.Text ? cell.Text : Written(cell, ".")).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC);

    /// <summary>A code; a number that may have lost a zero is refused.</summary>
    public string? Code(string key)
    {
        if (Typed(key) is not { } cell)
            return null;
        if (cell.Kind == WorkbookCellKind.Date)
            Lost(key, $"Ô đang là ngày {Written(cell)} nên không rõ mã; chọn định dạng ô là Văn bản (Text) rồi nhập lại mã.");
        else if (cell.IsNumber && cell.Text.Contains('.'))
            Lost(key, $"Ô đang là số {cell.Text.Replace('.', ',')} nên không rõ mã là {cell.Text} hay {cell.Text}0; chọn định dạng ô là Văn bản (Text) rồi nhập lại mã.");
        var text = PlainText.Clean(Written(cell, ".")) ?? "";
        return text == SetSheetPlan.Blank ? "" : text;
    }

    /// <summary>Codes with semicolons, commas or line breaks between them; empty for <see cref="SetSheetPlan.None"/>.</summary>
    public IReadOnlyList<string>? Codes(string key) => Text(key) is not { } text ? null
        : text == SetSheetPlan.None ? []
        : text.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public JsonNode? Number(string key, bool whole)
    {
        if (Typed(key) is not { } cell)
            return null;
        if (cell.Kind == WorkbookCellKind.Date)
        {
            Lost(key, $"Ô đang là ngày {Written(cell)}, không phải số; chọn định dạng ô là Số (Number) rồi nhập lại.");
            return Json(cell.Text);
        }

        if (cell.IsNumber)
            return JsonNode.Parse(cell.Text);
        var typed = PlainText.Clean(cell.Text) ?? "";
        // More digits than people type: out of another program, and with one meaning only.
        if (Long().Match(typed) is { Success: true } digits && (digits.Groups[2].Length > MaxWholeDigits || digits.Groups[3].Length > MaxDecimals))
            return JsonNode.Parse($"{digits.Groups[1].Value}{digits.Groups[2].Value.TrimStart('0').PadLeft(1, '0')}{(digits.Groups[3].Length > 0 ? "." + digits.Groups[3].Value : "")}");
        var read = NumberInput.Parse(typed, whole);
        if (read.Ok && !read.IsEmpty)
            return JsonNode.Parse(read.Value!);
        Lost(key, read.Problem ?? "Không đọc được số. Nhập chữ số.");
        return Json(typed);
    }

    /// <summary>The name in the format; true or false of yes and no.</summary>
    public JsonNode? Word(string key)
    {
        var words = plan[key].Words!;
        if (Name(key) is { } name)
            return name is "true" or "false" && words == SetSheetPlan.YesNo ? JsonValue.Create(name == "true") : Json(name);
        return Typed(key, note: false) is { } cell ? Json(Written(cell)) : null;
    }

    /// <summary>The name in the format; null: the cell is empty, or holds no such word, which is noted.</summary>
    public string? Name(string key) => Name(key, plan[key].Words!);

    /// <summary>The same of a cell whose words depend on its row.</summary>
    public string? Name(string key, SetSheetWords words)
    {
        if (Typed(key) is not { } cell)
            return null;
        if (cell.Kind == WorkbookCellKind.Boolean && words.WordOf(cell.Text) is not null)
            return cell.Text;
        var typed = PlainText.Clean(Written(cell)) ?? "";
        if (words.NameOf(typed) is { } name)
            return name;
        Lost(key, $"Không nhận “{Shortened(typed)}”; chỉ nhận: {string.Join(", ", words.Words)}.");
        return null;
    }

    /// <summary>A day as yyyy-MM-dd.</summary>
    public JsonNode? Day(string key)
    {
        if (Typed(key) is not { } cell)
            return null;
        if (cell is { IsNumber: true, Kind: not WorkbookCellKind.Percent, Day: { } day })
            return Json(Iso(day));
        var typed = PlainText.Clean(cell.Text) ?? "";
        if (DateOnly.TryParseExact(typed, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            return Json(Iso(exact));
        var read = DateInput.Parse(typed);
        if (read.Ok && !read.IsEmpty)
            return Json(Iso(read.Value));
        Lost(key, read.Problem ?? "Không đọc được ngày. Nhập theo dạng ngày/tháng/năm.");
        return Json(typed);
    }

    /// <summary>Notes every cell that is filled though the line has no use for it.</summary>
    /// <param name="line">What the line is called.</param>
    public void Only(string line, params ReadOnlySpan<string> keys)
    {
        foreach (var column in plan.Columns)
        {
            if (!keys.Contains(column.Key) && Has(column.Key))
                Lost(column.Key, $"Cột “{column.Heading}” không dùng ở dòng “{line}”; hãy xóa nội dung ô.");
        }
    }

    public static JsonNode? Json(string? text) => text is null ? null : JsonValue.Create(text);

    /// <summary>For a message.</summary>
    public static string Shortened(string text) => text.Length <= 60 ? text : text[..59] + "…";

    /// <summary>The cell; null: it is empty. Formulas and errors are noted.</summary>
    private WorkbookCell? Typed(string key, bool note = true)
    {
        if (!Has(key))
            return null;
        var cell = sheet[at(key)];
        if (!note)
            return cell;
        if (cell.Kind == WorkbookCellKind.Formula)
            Lost(key, "Ô có công thức; hãy dán giá trị thay cho công thức.");
        else if (cell.Kind == WorkbookCellKind.Error)
            Lost(key, $"Ô đang báo lỗi {Shortened(cell.Text)}; hãy nhập lại.");
        else
            return cell;
        return null;
    }

    private static string Written(WorkbookCell cell, string sign = ",") => cell.Kind switch
    {
        WorkbookCellKind.Date when cell.Day is { } day => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        WorkbookCellKind.Number or WorkbookCellKind.Percent or WorkbookCellKind.Date => cell.Text.Replace(".", sign, StringComparison.Ordinal),
        _ => cell.Text,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(-?)(\d{1,400})(?:[.,](\d{1,400}))?$")]
    private static partial Regex Long();
}
