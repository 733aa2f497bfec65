using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ITScoring.Web.Reports;

/// <summary>Puts the lines of the sheet of rules together: rules with their parts, then what stands under each.</summary>
/// <param name="criteria">By code.</param>
internal sealed partial class SetSheetRules(Dictionary<string, (JsonObject Json, string Pointer)> criteria, SetSheetPlaces places)
{
    /// <summary>The format's reader goes no deeper.</summary>
    private const int MaxDepth = 50;

    private readonly Dictionary<(string Criterion, string Part), (JsonObject Json, string Pointer, string Kind)> _rules = [];

    public void Read(IReadOnlyList<SetSheetRow> rows)
    {
        var details = new List<(SetSheetRow Row, string Criterion, string Part, string Kind)>();
        foreach (var row in rows)
        {
            if (Criterion(row) is not { } criterion || Part(row) is not { } part)
                continue;
            var kind = row.Name("kind");
            if (kind is ['#', ..])
                details.Add((row, criterion, part, kind));
            else
                Rule(row, criterion, part, kind ?? "");
        }

        foreach (var (row, criterion, part, kind) in details)
            Detail(row, criterion, part, kind);
    }

    private string? Criterion(SetSheetRow row)
    {
        if (row.Code("criterion") is not { } code)
        {
            if (!row.Has("criterion"))
                row.Lost("criterion", "Chưa ghi mã tiêu chí mà dòng này thuộc về; hãy bổ sung.");
            return null;
        }

        if (criteria.ContainsKey(code))
            return code;
        row.Lost("criterion", $"Không có tiêu chí mã {SetSheetRow.Shortened(code)} ở trang “{SetSheetPlan.Criteria.Name}”; hãy sửa mã hoặc thêm tiêu chí.");
        return null;
    }

    /// <summary>Empty: the criterion's own rule.</summary>
    private static string? Part(SetSheetRow row)
    {
        // 1.2 is no code that may have lost a zero: parts are counted.
        if (row.Expression("part") is not { } typed)
            return row.Has("part") ? null : "";
        var part = typed.Trim().Replace(',', '.');
        if (PartForm().IsMatch(part) && part.Count(c => c == '.') < MaxDepth)
            return part;
        row.Lost("part", $"Không đọc được phần “{SetSheetRow.Shortened(typed)}”; ghi số thứ tự của phần, ví dụ 1, 2, hoặc 1.2 là phần thứ hai của phần 1.");
        return null;
    }

    private void Rule(SetSheetRow row, string criterion, string part, string kind)
    {
        var rule = new JsonObject();
        string pointer;
        if (_rules.ContainsKey((criterion, part)))
        {
            row.Lost("part", part.Length == 0
                ? $"Tiêu chí {criterion} đã có dòng quy tắc ở trên; hãy xóa một dòng, hoặc ghi số phần nếu đây là một phần."
                : $"Phần {part} của tiêu chí {criterion} đã có ở trên; hãy đổi số phần.");
            return;
        }

        if (part.Length == 0)
        {
            var (json, at) = criteria[criterion];
            json["rule"] = rule;
            pointer = at + "/rule";
        }
        else
        {
            var dot = part.LastIndexOf('.');
            var parent = dot < 0 ? "" : part[..dot];
            var whole = parent.Length == 0 ? $"tiêu chí {criterion}" : $"phần {parent}";
            if (!_rules.TryGetValue((criterion, parent), out var holder))
            {
                row.Lost("part", $"Phần {part} đứng trước hoặc không có dòng quy tắc của {whole}; hãy thêm dòng “{SetSheetPlan.RuleKinds.WordOf("sum")}” hoặc “{SetSheetPlan.RuleKinds.WordOf("best")}” ở trên.");
                return;
            }

            if (holder.Json["of"] is not JsonArray parts)
            {
                row.Lost("part", $"Quy tắc của {whole} không chia thành phần; chỉ “{SetSheetPlan.RuleKinds.WordOf("sum")}” và “{SetSheetPlan.RuleKinds.WordOf("best")}” có các phần.");
                return;
            }

            var number = (parts.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (part[(dot + 1)..] != number)
            {
                row.Lost("part", $"Các phần phải đánh số liên tục theo thứ tự dòng; dòng này phải là {(parent.Length == 0 ? number : $"{parent}.{number}")}.");
                return;
            }

            pointer = string.Create(CultureInfo.InvariantCulture, $"{holder.Pointer}/of/{parts.Count}");
            parts.Add((JsonNode)rule);
        }

        places.Add(pointer, row.Plan, row.At("kind"));
        _rules.Add((criterion, part), (rule, pointer, kind));
        foreach (var key in (ReadOnlySpan<string>)["kind", "max", "value", "question", "points", "each", "norm", "floor"])
        {
            places.Add($"{pointer}/{key}", row.Plan, row.At(key));
            if ((key == "kind" ? row.Word(key) : key == "value" ? SetSheetRow.Json(row.Expression(key)) : row.Value(key)) is { } value)
                rule[key] = value;
        }

        if (kind is "choice" or "checklist" && row.Has("points"))
        {
            row.Lost("points", $"Quy tắc “{SetSheetPlan.RuleKinds.WordOf(kind)}” ghi điểm ở các dòng “{SetSheetPlan.RuleKinds.WordOf("#option")}” bên dưới; hãy xóa ô này.");
            rule.Remove("points");
        }

        var list = kind switch { "bands" => "bands", "cases" => "cases", "sum" or "best" => "of", _ => null };
        if (list is null)
            return;
        rule[list] = new JsonArray();
        places.Add($"{pointer}/{list}", row.Plan, row.At("kind"));
    }

    private void Detail(SetSheetRow row, string criterion, string part, string kind)
    {
        var word = SetSheetPlan.RuleKinds.WordOf(kind)!;
        row.Only(word, "criterion", "part", "kind", "value", "points");
        if (!_rules.TryGetValue((criterion, part), out var rule))
        {
            row.Lost("kind", $"Dòng “{word}” không có dòng quy tắc của {(part.Length == 0 ? $"tiêu chí {criterion}" : $"phần {part}, tiêu chí {criterion}")}; hãy thêm dòng quy tắc, hoặc sửa mã tiêu chí, số phần.");
            return;
        }

        string[] fitting = kind switch { "#from" or "#above" => ["bands"], "#when" => ["cases"], _ => ["choice", "checklist"] };
        if (!fitting.Contains(rule.Kind))
        {
            // A kind that is not understood is said at its own line.
            if (rule.Kind.Length > 0)
                row.Lost("kind", $"Dòng “{word}” không dùng với quy tắc “{SetSheetPlan.RuleKinds.WordOf(rule.Kind)}”; chỉ dùng với {string.Join(", ", fitting.Select(name => $"“{SetSheetPlan.RuleKinds.WordOf(name)}”"))}.");
            else
                row.Lost("kind", $"Chưa rõ loại quy tắc của dòng “{word}” này; hãy chọn loại ở dòng quy tắc.");
            return;
        }

        if (kind == "#option")
            Option(row, rule.Json, rule.Pointer);
        else
            Item(row, rule.Json, rule.Pointer, kind);
    }

    private void Item(SetSheetRow row, JsonObject rule, string pointer, string kind)
    {
        var list = kind == "#when" ? "cases" : "bands";
        var items = (JsonArray)rule[list]!;
        var at = string.Create(CultureInfo.InvariantCulture, $"{pointer}/{list}/{items.Count}");
        var item = new JsonObject();
        items.Add((JsonNode)item);
        places.Add(at, row.Plan, row.At("value"));
        places.Add($"{at}/points", row.Plan, row.At("points"));
        var key = kind[1..];
        places.Add($"{at}/{key}", row.Plan, row.At("value"));
        if ((kind == "#when" ? SetSheetRow.Json(row.Expression("value")) : row.Number("value", whole: false)) is { } value)
            item[key] = value;
        if (row.Value("points") is { } points)
            item["points"] = points;
    }

    private void Option(SetSheetRow row, JsonObject rule, string pointer)
    {
        if (rule["points"] is not JsonObject points)
        {
            rule["points"] = points = [];
            places.Add($"{pointer}/points", row.Plan, row.At("points"));
        }

        if (row.Code("value") is not { Length: > 0 } option)
        {
            if (!row.Has("value"))
                row.Lost("value", "Chưa ghi mã phương án; hãy bổ sung.");
            return;
        }

        if (option == SetSheetPlan.None)
            return;
        if (points.ContainsKey(option))
        {
            row.Lost("value", $"Phương án {SetSheetRow.Shortened(option)} của quy tắc này đã có ở trên; hãy xóa một dòng.");
            return;
        }

        places.Add($"{pointer}/points/{SetSheetPlaces.Step(option)}", row.Plan, row.At("value"));
        if (row.Value("points") is { } given)
            points[option] = given;
        else
            row.Lost("points", $"Chưa ghi điểm của phương án {SetSheetRow.Shortened(option)}; hãy bổ sung, hoặc xóa dòng (phương án không ghi được 0 điểm).");
    }

    [GeneratedRegex(@"^[1-9]\d{0,3}(?:\.[1-9]\d{0,3})*$")]
    private static partial Regex PartForm();
}
