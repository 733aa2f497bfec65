using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Input;

namespace ITScoring.Web.Features.SetItems;

/// <summary>
/// Answers and expected points of examples as people type them: a line each, <c>H01 = 12</c>, <c>A.1 = 7,5</c>. A line that cannot be read stays in the draft as it
/// was typed, and the set says what is wrong with it.
/// </summary>
/// <param name="typeOf">Type of a question by its code; null: no such question.</param>
public sealed class ExampleLines(Func<string, QuestionType?> typeOf)
{
    private const string DoesNotApply = "không áp dụng";

    /// <summary>The example as the format has it, from fields with lines.</summary>
    public JsonObject Read(JsonObject fields)
    {
        var example = new JsonObject { ["code"] = fields["code"]?.DeepClone(), ["name"] = fields["name"]?.DeepClone() };
        var agencies = new JsonArray();
        var expected = new JsonObject();
        foreach (var typed in (fields["agencies"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var code = typed["code"]?.ToString() ?? "";
            var agency = new JsonObject { ["code"] = code, ["block"] = typed["block"]?.ToString() is { Length: > 0 } block ? block : "A" };
            if (typed["ranked"]?.ToString() == "no")
                agency["ranked"] = false;
            if (typed["handedIn"]?.ToString() != "no")
                agency["answers"] = Answers(typed["answers"]?.ToString());
            if (Answers(typed["previous"]?.ToString()) is { Count: > 0 } previous)
                agency["previous"] = previous;
            agencies.Add((JsonNode)agency);
            if (Expected(typed["expected"]?.ToString()) is { Count: > 0 } points)
                expected[code] = points;
        }

        example["agencies"] = agencies;
        example["expected"] = expected;
        return example;
    }

    /// <summary>Answers as lines.</summary>
    public string Lines(JsonNode? answers)
    {
        var lines = new StringBuilder();
        foreach (var (code, value) in answers as JsonObject ?? [])
            lines.Append(code).Append(" = ").Append(Words(value)).Append('\n');
        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>Expected points as lines.</summary>
    public static string PointLines(JsonNode? points)
    {
        var lines = new StringBuilder();
        foreach (var (code, value) in points as JsonObject ?? [])
            lines.Append(code).Append(" = ").Append(value is null ? DoesNotApply : value.ToString().Replace('.', ',')).Append('\n');
        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>One answer as typed, as JSON.</summary>
    public string Json(string code, string text) => Value(typeOf(code), text.Trim())?.ToJsonString() ?? "null";

    private JsonObject Answers(string? lines)
    {
        var answers = new JsonObject();
        foreach (var (code, text) in Split(lines))
            answers[code] = Value(typeOf(code), text);
        return answers;
    }

    private static JsonObject Expected(string? lines)
    {
        var points = new JsonObject();
        foreach (var (code, text) in Split(lines))
            points[code] = string.Equals(text, DoesNotApply, StringComparison.OrdinalIgnoreCase) || text == "–" ? null : JsonValue.Create(PointsText(text));
        return points;
    }

    private static string PointsText(string text)
    {
        var number = NumberInput.Parse(text, whole: false);
        return number is { Problem: null, Value: { } plain } && Rational.TryParse(plain, out var value) && value.ToPoints() is var points && points.ToRational() == value ? points.ToString() : text;
    }

    private static IEnumerable<(string Code, string Text)> Split(string? lines)
    {
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            yield return at < 0 ? (line, "") : (line[..at].Trim(), line[(at + 1)..].Trim());
        }
    }

    private static JsonNode? Value(QuestionType? type, string text)
    {
        if (text.Length == 0)
            return null;
        switch (type)
        {
            case QuestionType.Integer or QuestionType.Decimal:
                return NumberInput.Parse(text, type == QuestionType.Integer) is { Problem: null, Value: { } number } ? JsonNode.Parse(number) : JsonValue.Create(text);
            case QuestionType.YesNo when text.ToLower(CultureInfo.GetCultureInfo("vi-VN")) is "có" or "không" or "true" or "false":
                return JsonValue.Create(text.ToLower(CultureInfo.GetCultureInfo("vi-VN")) is "có" or "true");
            case QuestionType.Multi:
                return text == "–" ? new JsonArray() : new JsonArray([.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(option => JsonValue.Create(option))]);
            case QuestionType.Date:
                return JsonValue.Create(DateInput.Parse(text) is { Problem: null, IsEmpty: false } day ? day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text);
            case QuestionType.Rows:
                return Rows(text);
            default:
                return JsonValue.Create(text);
        }
    }

    /// <summary>Rows on one line: <c>ten: Một; ngay: 01/12/2018 | ten: Hai</c>; <c>–</c>: none.</summary>
    private static JsonArray Rows(string text)
    {
        var rows = new JsonArray();
        foreach (var row in text == "–" ? [] : text.Split('|', StringSplitOptions.TrimEntries))
        {
            var cells = new JsonObject();
            foreach (var cell in row.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var at = cell.IndexOf(':', StringComparison.Ordinal);
                var (column, value) = at < 0 ? (cell, "") : (cell[..at].Trim(), cell[(at + 1)..].Trim());
                cells[column] = DateInput.Parse(value) is { Problem: null, IsEmpty: false } day
                    ? JsonValue.Create(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                    : value.Length is > 0 and < 16 && value.All(char.IsAsciiDigit) ? JsonNode.Parse(value.TrimStart('0') is { Length: > 0 } digits ? digits : "0") : JsonValue.Create(value);
            }

            rows.Add((JsonNode)cells);
        }

        return rows;
    }

    private static string Words(JsonNode? value) => value switch
    {
        null => "",
        JsonArray { Count: 0 } => "–",
        JsonArray list when list.All(one => one is JsonObject) => string.Join(" | ", list.Select(row => string.Join("; ", ((JsonObject)row!).Select(cell => $"{cell.Key}: {Words(cell.Value)}")))),
        JsonArray list => string.Join("; ", list.Select(one => one?.ToString())),
        JsonValue one when one.TryGetValue<bool>(out var yes) => yes ? "có" : "không",
        JsonValue one when one.GetValueKind() == System.Text.Json.JsonValueKind.Number => one.ToJsonString().Replace('.', ','),
        JsonValue one when DateOnly.TryParseExact(one.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
