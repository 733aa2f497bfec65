using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>Which cell each value of a set's JSON came from, or would stand in if it were there.</summary>
internal sealed partial class SetSheetPlaces
{
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["sections"] = SetSheetPlan.Sections.Name, ["questions"] = SetSheetPlan.Questions.Name, ["options"] = SetSheetPlan.Options.Name, ["columns"] = SetSheetPlan.Options.Name,
        ["checks"] = SetSheetPlan.Checks.Name, ["groups"] = SetSheetPlan.Groups.Name, ["criteria"] = SetSheetPlan.Criteria.Name, ["rule"] = SetSheetPlan.Rules.Name,
        ["classes"] = SetSheetPlan.Classes.Name, ["examples"] = SetSheetPlan.Examples.Name,
    };

    /// <summary>What the lines under a rule are called.</summary>
    private static readonly Dictionary<string, string> Details = new() { ["bands"] = "dòng Từ, Trên", ["cases"] = "dòng Khi", ["of"] = "dòng phần", ["agencies"] = "dòng Cơ quan" };

    private readonly Dictionary<string, (SetSheet Sheet, WorkbookAddress At)> _places = [];

    /// <summary>A step of a JSON pointer (RFC 6901).</summary>
    public static string Step(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public void Add(string pointer, SetSheet sheet, WorkbookAddress at) => _places.TryAdd(pointer, (sheet, at));

    /// <summary>Notes a problem of the set at its cell, in the words of the workbook.</summary>
    public void Note(Problem problem, SetSheetProblems problems)
    {
        var pointer = problem.Pointer;
        if (Missing().Match(problem.Message) is { Success: true } missing && _places.ContainsKey($"{pointer}/{missing.Groups[1].Value}"))
            pointer = $"{pointer}/{missing.Groups[1].Value}";
        while (pointer.Length > 0 && !_places.ContainsKey(pointer))
            pointer = pointer[..pointer.LastIndexOf('/')];
        if (_places.TryGetValue(pointer, out var place))
            problems.Unfinished(place.Sheet.Name, place.At, InWords(problem.Message, place.Sheet));
        else
            problems.Unfinished(problem.Pointer.Split('/') is [_, var list, ..] && Lists.TryGetValue(list, out var sheet) ? sheet : SetSheetPlan.Head.Name, null, InWords(problem.Message, SetSheetPlan.Head));
    }

    /// <summary>Keys of the format as headings, names of types as the words of the dropdown.</summary>
    private static string InWords(string message, SetSheet sheet)
    {
        message = Missing().Replace(message, m => Lists.TryGetValue(m.Groups[1].Value, out var list) && sheet.Find(m.Groups[1].Value) is null ? $"Chưa có dòng nào cho mục này ở trang “{list}”; hãy bổ sung." : $"Chưa ghi {Named(m.Groups[1].Value, sheet)}; hãy bổ sung.");
        message = Unknown().Replace(message, m => $"{Capital(Named(m.Groups[1].Value, sheet))} không dùng ở dòng này; hãy xóa nội dung ô.");
        message = OnlyFor().Replace(message, m => $"{Capital(Named(m.Groups[1].Value, sheet))} chỉ dùng cho {Type().Replace(m.Groups[2].Value, t => SetSheetPlan.QuestionTypes.WordOf(t.Value) ?? t.Value)}; hãy xóa nội dung ô.");
        return Key().Replace(message, m => sheet.Find(m.Groups[1].Value) is { } column ? $"“{column.Heading}”" : Lists.TryGetValue(m.Groups[1].Value, out var list) ? $"trang “{list}”" : Details.GetValueOrDefault(m.Groups[1].Value) ?? m.Value);
    }

    private static string Named(string key, SetSheet sheet) =>
        sheet.Find(key) is { } column ? $"{(sheet == SetSheetPlan.Head ? "dòng" : "cột")} “{column.Heading}”" : Details.GetValueOrDefault(key) ?? $"“{key}”";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex("Thiếu khóa “([A-Za-z]+)”; hãy bổ sung\\.")]
    private static partial Regex Missing();

    [GeneratedRegex("Khóa “([A-Za-z]+)” không có trong định dạng; hãy sửa tên hoặc xóa khóa này\\.")]
    private static partial Regex Unknown();

    [GeneratedRegex("Khóa “([A-Za-z]+)” chỉ dùng cho (.+); hãy xóa khóa này\\.")]
    private static partial Regex OnlyFor();

    [GeneratedRegex("\\b(?:integer|decimal|yesNo|choice|multi|rows|text|url|date)\\b")]
    private static partial Regex Type();

    [GeneratedRegex("“([A-Za-z]+)”")]
    private static partial Regex Key();
}
