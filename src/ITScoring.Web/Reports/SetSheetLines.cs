using System.Globalization;
using System.Text.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Reports;

/// <summary>
/// A set's JSON as the lines of its workbook. It works from the JSON so that a draft which is not whole, and keys that say the default, go into the
/// workbook as they are; what the format does not know is left out.
/// </summary>
internal sealed class SetSheetLines
{
    private readonly Dictionary<string, List<Dictionary<string, WorkbookCell>>> _lines = SetSheetPlan.Lines.ToDictionary(sheet => sheet.Name, _ => new List<Dictionary<string, WorkbookCell>>());
    private readonly Dictionary<string, JsonElement> _questions = [];

    /// <param name="root">A set, or as much of one as a draft has.</param>
    public SetSheetLines(JsonElement root)
    {
        Head = Cells(SetSheetPlan.Head, root);
        Flat(SetSheetPlan.Sections, root, "sections");
        foreach (var question in Items(root, "questions"))
        {
            _lines[SetSheetPlan.Questions.Name].Add(Cells(SetSheetPlan.Questions, question));
            _questions.TryAdd(TextOf(question, "code"), question);
            foreach (var what in (ReadOnlySpan<string>)["options", "columns"])
            {
                foreach (var option in Items(question, what))
                    Add(SetSheetPlan.Options, Cells(SetSheetPlan.Options, option), ("question", Text(TextOf(question, "code"))), ("what", Word(SetSheetPlan.Options["what"], what)));
            }
        }

        Flat(SetSheetPlan.Checks, root, "checks");
        foreach (var group in Items(root, "groups"))
        {
            _lines[SetSheetPlan.Groups.Name].Add(Cells(SetSheetPlan.Groups, group));
            foreach (var criterion in Items(group, "criteria"))
            {
                Add(SetSheetPlan.Criteria, Cells(SetSheetPlan.Criteria, criterion), ("group", Text(TextOf(group, "code"))));
                if (Member(criterion, "rule") is { ValueKind: JsonValueKind.Object } rule)
                    Rule(TextOf(criterion, "code"), "", rule);
            }
        }

        Flat(SetSheetPlan.Classes, root, "classes");
        foreach (var example in Items(root, "examples"))
            Example(example);
    }

    /// <summary>Cells of the first sheet by key.</summary>
    public Dictionary<string, WorkbookCell> Head { get; }

    /// <summary>Cells by key, of every line of the sheet; empty ones are not in it.</summary>
    public IReadOnlyList<Dictionary<string, WorkbookCell>> Of(SetSheet sheet) => _lines[sheet.Name];

    private void Flat(SetSheet sheet, JsonElement root, string list)
    {
        foreach (var item in Items(root, list))
            _lines[sheet.Name].Add(Cells(sheet, item));
    }

    private void Rule(string criterion, string part, JsonElement rule)
    {
        var line = Cells(SetSheetPlan.Rules, rule);
        if (Member(rule, "points") is { ValueKind: JsonValueKind.Object } points)
        {
            line.Remove("points");
            Add(SetSheetPlan.Rules, line, Own());
            foreach (var option in points.EnumerateObject())
                Detail("#option", Text(option.Name), option.Value);
            if (!points.EnumerateObject().Any())
                Detail("#option", Text(SetSheetPlan.None), null);
        }
        else
        {
            Add(SetSheetPlan.Rules, line, Own());
        }

        foreach (var band in Items(rule, "bands"))
        {
            if (Member(band, "above") is { } above)
                Detail("#above", Number(above), Member(band, "points"));
            else
                Detail("#from", Member(band, "from") is { } from ? Number(from) : WorkbookCell.Empty, Member(band, "points"));
        }

        foreach (var one in Items(rule, "cases"))
            Detail("#when", Member(one, "when") is { } when ? Text(when) : WorkbookCell.Empty, Member(one, "points"));
        var number = 0;
        foreach (var of in Items(rule, "of"))
            Rule(criterion, (part.Length == 0 ? "" : part + ".") + (++number).ToString(CultureInfo.InvariantCulture), of);

        (string, WorkbookCell)[] Own() => [("criterion", Text(criterion)), ("part", part.Length == 0 ? WorkbookCell.Empty : Text(part))];

        void Detail(string kind, WorkbookCell value, JsonElement? given) =>
            Add(SetSheetPlan.Rules, [], [.. Own(), ("kind", Word(SetSheetPlan.Rules["kind"], kind)), ("value", value), ("points", given is { } some ? Number(some) : WorkbookCell.Empty)]);
    }

    private void Example(JsonElement example)
    {
        var code = Text(TextOf(example, "code"));
        Line("example", ("name", Member(example, "name") is { } name ? Text(name) : WorkbookCell.Empty));
        foreach (var agency in Items(example, "agencies"))
        {
            var of = Text(TextOf(agency, "code"));
            Line(
                "agency",
                ("agency", of),
                ("name", Member(agency, "name") is { } called ? Text(called) : WorkbookCell.Empty),
                ("block", Member(agency, "block") is { } block ? Text(block) : WorkbookCell.Empty),
                ("ranked", Member(agency, "ranked") is { } ranked ? Cell(SetSheetPlan.Examples["ranked"], ranked) : WorkbookCell.Empty),
                ("submitted", Member(agency, "answers")?.ValueKind switch
                {
                    JsonValueKind.Object => Text(SetSheetPlan.YesNo.WordOf("true")!),
                    JsonValueKind.Null => Text(SetSheetPlan.YesNo.WordOf("false")!),
                    _ => WorkbookCell.Empty,
                }));
            Answers("answer", of, Member(agency, "answers"));
            Answers("previous", of, Member(agency, "previous"));
        }

        if (Member(example, "expected") is not { ValueKind: JsonValueKind.Object } expected)
            return;
        foreach (var agency in expected.EnumerateObject().Where(agency => agency.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var criterion in agency.Value.EnumerateObject())
                Line("expected", ("agency", Text(agency.Name)), ("item", Text(criterion.Name)), ("value", Expected(criterion.Value)));
        }

        void Answers(string line, WorkbookCell agency, JsonElement? answers)
        {
            if (answers is not { ValueKind: JsonValueKind.Object } all)
                return;
            foreach (var answer in all.EnumerateObject())
            {
                var question = _questions.GetValueOrDefault(answer.Name);
                if (answer.Value.ValueKind == JsonValueKind.Array && answer.Value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object))
                    Table(line, agency, answer, question);
                else if (answer.Value.ValueKind != JsonValueKind.Null)
                    Line(line, ("agency", agency), ("item", Text(answer.Name)), ("value", Answer(answer.Value, TextOf(question, "type"))));
            }
        }

        void Table(string line, WorkbookCell agency, JsonProperty answer, JsonElement question)
        {
            var number = 0;
            foreach (var row in answer.Value.EnumerateArray())
            {
                var place = WorkbookCell.OfNumber((++number).ToString(CultureInfo.InvariantCulture));
                var cells = row.ValueKind == JsonValueKind.Object ? row.EnumerateObject().Where(cell => cell.Value.ValueKind != JsonValueKind.Null).ToList() : [];
                if (cells.Count == 0)
                    Line(line, ("agency", agency), ("item", Text(answer.Name)), ("row", place), ("value", Text(SetSheetPlan.None)));
                foreach (var cell in cells)
                {
                    var type = Items(question, "columns").Where(column => TextOf(column, "code") == cell.Name).Select(column => TextOf(column, "type")).FirstOrDefault("");
                    Line(line, ("agency", agency), ("item", Text(answer.Name)), ("row", place), ("column", Text(cell.Name)), ("value", Answer(cell.Value, type)));
                }
            }
        }

        void Line(string kind, params (string Key, WorkbookCell Cell)[] cells) =>
            Add(SetSheetPlan.Examples, [], [("example", code), ("line", Word(SetSheetPlan.Examples["line"], kind)), .. cells]);
    }

    private static WorkbookCell Expected(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Text(SetSheetPlan.NotApplicable),
        JsonValueKind.String when Rational.TryParse(value.GetString(), out var number) && number.ToPoints().ToString() == value.GetString() =>
            WorkbookCell.OfNumber(number.ToDecimalString()),
        _ => Text(value),
    };

    private static WorkbookCell Answer(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => Text(SetSheetPlan.YesNo.WordOf("true")!),
        JsonValueKind.False => Text(SetSheetPlan.YesNo.WordOf("false")!),
        JsonValueKind.Array => Codes(value),
        JsonValueKind.String when type is "integer" or "decimal" && Rational.TryParse(value.GetString(), out var number) => WorkbookCell.OfNumber(number.ToDecimalString()),
        JsonValueKind.String when type is "date" && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            WorkbookCell.OfDay(day),
        _ => Text(value),
    };

    private void Add(SetSheet sheet, Dictionary<string, WorkbookCell> line, params (string Key, WorkbookCell Cell)[] more)
    {
        foreach (var (key, cell) in more)
        {
            if (cell.Kind != WorkbookCellKind.Empty)
                line[key] = cell;
        }

        _lines[sheet.Name].Add(line);
    }

    /// <summary>The members of an object that the sheet has columns for.</summary>
    private static Dictionary<string, WorkbookCell> Cells(SetSheet sheet, JsonElement item)
    {
        var cells = new Dictionary<string, WorkbookCell>();
        foreach (var column in sheet.Columns)
        {
            if (Member(item, column.Key) is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) } value && Cell(column, value) is { Kind: not WorkbookCellKind.Empty } cell)
                cells.Add(column.Key, cell);
        }

        return cells;
    }

    private static WorkbookCell Cell(SetSheetColumn column, JsonElement value) => column.Kind switch
    {
        SetSheetKind.Number or SetSheetKind.Whole => Number(value),
        SetSheetKind.Codes => Codes(value),
        SetSheetKind.Word => value.ValueKind == JsonValueKind.String ? Word(column, value.GetString()!) : Word(column, value.GetRawText()),
        _ => Text(value),
    };

    private static WorkbookCell Word(SetSheetColumn column, string name) => Text(column.Words!.WordOf(name) ?? name);

    private static WorkbookCell Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && Rational.TryParse(value.GetRawText(), out var number) ? WorkbookCell.OfNumber(number.ToDecimalString()) : Text(value);

    private static WorkbookCell Codes(JsonElement value) => value.ValueKind != JsonValueKind.Array ? Text(value)
        : value.GetArrayLength() == 0 ? Text(SetSheetPlan.None)
        : Text(string.Join("; ", value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : item.GetRawText())));

    private static WorkbookCell Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? Text(text) : Text(SetSheetPlan.Blank),
        JsonValueKind.Null => WorkbookCell.Empty,
        _ => Text(value.GetRawText()),
    };

    private static WorkbookCell Text(string text) => WorkbookCell.OfText(text);

    private static JsonElement? Member(JsonElement holder, string key) => holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(key, out var value) ? value : null;

    private static IEnumerable<JsonElement> Items(JsonElement holder, string key) =>
        Member(holder, key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static string TextOf(JsonElement holder, string key) => Member(holder, key) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
}
