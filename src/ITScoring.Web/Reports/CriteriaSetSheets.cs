using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>Reads a criteria set from a workbook as <see cref="CriteriaSetWorkbook"/> writes it and people fill it.</summary>
public sealed class CriteriaSetSheets
{
    private static readonly JsonWriterOptions Written = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SetSheetProblems _problems = new();
    private readonly SetSheetPlaces _places = new();
    private readonly UploadedWorkbook _workbook;
    private readonly JsonObject _root = [];
    private readonly Dictionary<string, (JsonObject Json, string Pointer)> _questions = [];
    private readonly Dictionary<string, (JsonObject Json, string Pointer)> _groups = [];
    private readonly Dictionary<string, (JsonObject Json, string Pointer)> _criteria = [];
    private readonly HashSet<string> _read = [];

    private CriteriaSetSheets(UploadedWorkbook workbook) => _workbook = workbook;

    /// <summary>The set's JSON, and everything wrong with the cells and with the set, each at its sheet and cell.</summary>
    public static CriteriaSetSheetsReading Read(UploadedWorkbook workbook) => new CriteriaSetSheets(workbook).Read();

    private CriteriaSetSheetsReading Read()
    {
        Head();
        Flat(SetSheetPlan.Sections, "sections");
        Questions();
        Options();
        Checks();
        Groups();
        Criteria();
        if (Rows(SetSheetPlan.Rules) is { } rules && _read.Contains(SetSheetPlan.Criteria.Name))
            new SetSheetRules(_criteria, _places).Read(rules);
        Flat(SetSheetPlan.Classes, "classes");
        Examples();
        var json = Bytes();
        // Without one of the sheets everything that refers to it would be at fault.
        if (_read.Count == SetSheetPlan.Lines.Count + 1)
        {
            foreach (var problem in CriteriaSetFile.Read(json).Problems)
                _places.Note(problem, _problems);
        }

        return new CriteriaSetSheetsReading(_problems.LoseContent ? null : json, _problems.InOrder());
    }

    private byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Written))
            _root.WriteTo(writer);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private IReadOnlyList<SetSheetRow>? Rows(SetSheet plan)
    {
        var rows = SetSheetTable.Read(_workbook, plan, _problems);
        if (rows is not null)
            _read.Add(plan.Name);
        return rows;
    }

    /// <summary>Lines that refer to another sheet; none where that could not be read, since all of them would be at fault.</summary>
    private IReadOnlyList<SetSheetRow> RowsOf(SetSheet plan, SetSheet owners) => Rows(plan) is { } rows && _read.Contains(owners.Name) ? rows : [];

    private void Head()
    {
        _root["format"] = CriteriaSetFile.Format;
        if (SetSheetTable.ReadHead(_workbook, _problems) is not { } row)
            return;
        _read.Add(SetSheetPlan.Head.Name);
        Put(_root, "", row, [.. SetSheetPlan.Head.Columns.Select(column => column.Key)]);
    }

    private void Flat(SetSheet plan, string list)
    {
        foreach (var (row, item, pointer) in Items(plan, _root, "", list))
            Put(item, pointer, row, [.. plan.Columns.Select(column => column.Key)]);
    }

    private void Questions()
    {
        foreach (var (row, question, pointer) in Items(SetSheetPlan.Questions, _root, "", "questions"))
        {
            Put(question, pointer, row, [.. SetSheetPlan.Questions.Columns.Select(column => column.Key)]);
            foreach (var list in (ReadOnlySpan<string>)["options", "columns"])
            {
                _places.Add($"{pointer}/{list}", row.Plan, row.At("type"));
                if (TypeOf(question) is { } type && (list == "options" ? type is "choice" or "multi" : type is "rows"))
                    question[list] = new JsonArray();
            }

            Index(_questions, question, pointer);
        }
    }

    private void Options()
    {
        foreach (var row in RowsOf(SetSheetPlan.Options, SetSheetPlan.Questions))
        {
            if (Owner(row, "question", _questions, "câu hỏi") is not { } question)
                continue;
            var list = row.Name("what") ?? (TypeOf(question.Json) is { } type ? type == "rows" ? "columns" : "options" : null);
            if (list is null)
            {
                if (!row.Has("what"))
                    row.Lost("what", "Chưa ghi dòng này là Phương án hay Cột; hãy chọn trong danh sách.");
                continue;
            }

            var (item, pointer) = Append(question.Json, question.Pointer, list);
            _places.Add(pointer, row.Plan, row.At("code"));
            Put(item, pointer, row, ["code", "text", "type", "required", "unique"]);
        }
    }

    private void Checks()
    {
        foreach (var (row, check, pointer) in Items(SetSheetPlan.Checks, _root, "", "checks"))
        {
            Put(check, pointer, row, ["code", "level", "assert", "message"]);
            _places.Add($"{pointer}/questions", row.Plan, row.At("questions"));
            if (row.Codes("questions") is { } codes)
                check["questions"] = new JsonArray([.. codes.Select(code => SetSheetRow.Json(code))]);
        }
    }

    private void Groups()
    {
        foreach (var (row, group, pointer) in Items(SetSheetPlan.Groups, _root, "", "groups"))
        {
            Put(group, pointer, row, [.. SetSheetPlan.Groups.Columns.Select(column => column.Key)]);
            group["criteria"] = new JsonArray();
            Index(_groups, group, pointer);
        }
    }

    private void Criteria()
    {
        foreach (var row in RowsOf(SetSheetPlan.Criteria, SetSheetPlan.Groups))
        {
            if (Owner(row, "group", _groups, "nhóm") is not { } group)
                continue;
            var (criterion, pointer) = Append(group.Json, group.Pointer, "criteria");
            _places.Add(pointer, row.Plan, row.At("code"));
            Put(criterion, pointer, row, [.. SetSheetPlan.Criteria.Columns.Select(column => column.Key).Where(key => key != "group")]);
            Index(_criteria, criterion, pointer);
        }
    }

    private void Examples()
    {
        if (RowsOf(SetSheetPlan.Examples, SetSheetPlan.Questions) is not { Count: > 0 } rows)
            return;
        _root["format"] = CriteriaSetFile.FormatWithExamples;
        new SetSheetExamples(_root, _questions.ToDictionary(question => question.Key, question => question.Value.Json), _places).Read(rows);
    }

    /// <summary>An object in the list for each line of the sheet.</summary>
    private List<(SetSheetRow Row, JsonObject Item, string Pointer)> Items(SetSheet plan, JsonObject holder, string at, string list)
    {
        var items = new List<(SetSheetRow, JsonObject, string)>();
        holder[list] = new JsonArray();
        foreach (var row in Rows(plan) ?? [])
        {
            var (item, pointer) = Append(holder, at, list);
            _places.Add(pointer, plan, row.At(plan.Columns[0].Key));
            items.Add((row, item, pointer));
        }

        return items;
    }

    private void Put(JsonObject item, string pointer, SetSheetRow row, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            _places.Add($"{pointer}/{key}", row.Plan, row.At(key));
            if (row.Value(key) is { } value)
                item[key] = value;
        }
    }

    /// <summary>The item that the line belongs to; null with a problem noted when there is none.</summary>
    private static (JsonObject Json, string Pointer)? Owner(SetSheetRow row, string key, Dictionary<string, (JsonObject Json, string Pointer)> items, string what)
    {
        if (row.Code(key) is not { } code)
        {
            if (!row.Has(key))
                row.Lost(key, $"Chưa ghi mã {what} mà dòng này thuộc về; hãy bổ sung.");
            return null;
        }

        if (items.TryGetValue(code, out var owner))
            return owner;
        row.Lost(key, $"Không có {what} mã {SetSheetRow.Shortened(code)}; hãy sửa mã hoặc thêm {what}.");
        return null;
    }

    private static (JsonObject Item, string Pointer) Append(JsonObject holder, string at, string list)
    {
        if (holder[list] is not JsonArray items)
            holder[list] = items = [];
        var item = new JsonObject();
        items.Add((JsonNode)item);
        return (item, string.Create(CultureInfo.InvariantCulture, $"{at}/{list}/{items.Count - 1}"));
    }

    private static void Index(Dictionary<string, (JsonObject Json, string Pointer)> items, JsonObject item, string pointer) =>
        items.TryAdd((item["code"] as JsonValue)?.GetValue<string>() ?? "", (item, pointer));

    private static string? TypeOf(JsonObject question) => (question["type"] as JsonValue)?.GetValue<string>();
}
