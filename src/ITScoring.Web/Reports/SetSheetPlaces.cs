using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>Which cell each value of a set's JSON came from, or would stand in if it were there.</summary>
internal sealed partial class SetSheetPlaces
{
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["sections"] = SetSheetPlan.Sections.Name,
        ["questions"] = SetSheetPlan.Questions.Name,
        ["options"] = SetSheetPlan.Options.Name,
        ["columns"] = SetSheetPlan.Options.Name,
        ["checks"] = SetSheetPlan.Checks.Name,
        ["groups"] = SetSheetPlan.Groups.Name,
        ["criteria"] = SetSheetPlan.Criteria.Name,
        ["rule"] = SetSheetPlan.Rules.Name,
        ["classes"] = SetSheetPlan.Classes.Name,
        ["examples"] = SetSheetPlan.Examples.Name,
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
        if (problem.Missing is { } missing && _places.ContainsKey($"{pointer}/{missing}"))
            pointer = $"{pointer}/{missing}";
        while (pointer.Length > 0 && !_places.ContainsKey(pointer))
            pointer = pointer[..pointer.LastIndexOf('/')];
        if (_places.TryGetValue(pointer, out var place))
            problems.Unfinished(place.Sheet.Name, place.At, InWords(problem, place.Sheet));
        else
            problems.Unfinished(problem.Pointer.Split('/') is [_, var list, ..] && Lists.TryGetValue(list, out var sheet) ? sheet : SetSheetPlan.Head.Name, null, InWords(problem, SetSheetPlan.Head));
    }

    /// <summary>Keys of the format as headings, names of types and rules as the words of the dropdowns.</summary>
    private static string InWords(Problem problem, SetSheet sheet)
    {
        if (problem.Missing is { } missing)
            return MissingInWords(missing, sheet, problem.Pointer);
        // The maximum of a criterion's own rule stands elsewhere than that of a part.
        var isOwnRule = sheet == SetSheetPlan.Rules && !problem.Pointer.Contains("/of/", StringComparison.Ordinal);
        var message = problem.Message
            .Replace("Quy tắc checklist phải có đúng một trong hai khóa “each” và “points”.", $"Quy tắc “{SetSheetPlan.RuleKinds.WordOf("checklist")}” phải ghi điểm theo đúng một trong hai cách: cột “{SetSheetPlan.Rules["each"].Heading}”, hoặc các dòng “{SetSheetPlan.RuleKinds.WordOf("#option")}”.", StringComparison.Ordinal)
            .Replace("Mỗi mức phải có đúng một trong hai khóa “from” (từ … trở lên) và “above” (trên …).", $"Chưa ghi ngưỡng của mức ở cột “{SetSheetPlan.Rules["value"].Heading}”; hãy bổ sung.", StringComparison.Ordinal)
            .Replace("cùng một ngưỡng thì “above” đứng trước “from”", "cùng một ngưỡng thì “Trên” đứng trước “Từ”", StringComparison.Ordinal)
            .Replace("“filledBy”: “system”", $"“{SetSheetPlan.Questions["filledBy"].Heading}” là “{SetSheetPlan.Questions["filledBy"].Words!.WordOf("system")}”", StringComparison.Ordinal)
            .Replace("quy tắc count", $"quy tắc “{SetSheetPlan.RuleKinds.WordOf("count")}”", StringComparison.Ordinal)
            .Replace("nhóm adjustment", $"nhóm “{SetSheetPlan.Groups["kind"].Words!.WordOf("adjustment")}”", StringComparison.Ordinal);
        message = Unknown().Replace(message, m => $"{Capital(Named(m.Groups[1].Value, sheet))} không dùng ở dòng này; hãy xóa nội dung ô.");
        message = OnlyFor().Replace(message, m => $"{Capital(Named(m.Groups[1].Value, sheet))} chỉ dùng cho {m.Groups[2].Value}; hãy xóa nội dung ô.");
        return Capital(ProblemWords.Of(message, key => key switch
        {
            "max" when isOwnRule => $"“{SetSheetPlan.Criteria["max"].Heading}” ở trang “{SetSheetPlan.Criteria.Name}”",
            "from" or "above" or "when" when sheet == SetSheetPlan.Rules => $"“{SetSheetPlan.Rules["value"].Heading}”",
            _ when sheet.Find(key) is { } column => $"“{column.Heading}”",
            _ when Lists.TryGetValue(key, out var list) => $"trang “{list}”",
            _ => Details.GetValueOrDefault(key),
        }));
    }

    private static string MissingInWords(string key, SetSheet sheet, string pointer)
    {
        if (key == "points" && sheet == SetSheetPlan.Rules && !Detail().IsMatch(pointer))
            return $"Chưa có dòng “{SetSheetPlan.RuleKinds.WordOf("#option")}” nào của quy tắc này; hãy bổ sung.";
        if (sheet == SetSheetPlan.Rules && key is "when" or "from" or "above")
            key = "value";
        return Lists.TryGetValue(key, out var list) && sheet.Find(key) is null ? $"Chưa có dòng nào cho mục này ở trang “{list}”; hãy bổ sung." : $"Chưa ghi {Named(key, sheet)}; hãy bổ sung.";
    }

    private static string Named(string key, SetSheet sheet) =>
        sheet.Find(key) is { } column ? $"{(sheet == SetSheetPlan.Head ? "dòng" : "cột")} “{column.Heading}”" : Details.GetValueOrDefault(key) ?? $"“{key}”";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex("Khóa “([A-Za-z]+)” không có trong định dạng; hãy sửa tên hoặc xóa khóa này\\.")]
    private static partial Regex Unknown();

    [GeneratedRegex("Khóa “([A-Za-z]+)” chỉ dùng cho (.+); hãy xóa khóa này\\.")]
    private static partial Regex OnlyFor();

    [GeneratedRegex("/(?:bands|cases)/\\d+$")]
    private static partial Regex Detail();
}
