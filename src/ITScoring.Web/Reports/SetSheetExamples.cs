using System.Globalization;
using System.Text.Json.Nodes;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Reports;

/// <summary>Puts the lines of the sheet of tests together: tests, their agencies, then answers and expected points.</summary>
/// <param name="root">The set, which gets the examples.</param>
/// <param name="questions">By code.</param>
internal sealed class SetSheetExamples(JsonObject root, Dictionary<string, JsonObject> questions, SetSheetPlaces places)
{
    private readonly Dictionary<string, (JsonObject Json, string Pointer)> _examples = [];
    private readonly Dictionary<(string Question, string Column), string?> _columns = Columns(questions);
    private readonly HashSet<string?> _criteria = [.. Items(root, "groups").SelectMany(group => Items(group, "criteria")).Select(criterion => TextOf(criterion, "code"))];
    private readonly Dictionary<(string Example, string Agency), (JsonObject Json, string Pointer, SetSheetRow Row)> _agencies = [];

    public void Read(IReadOnlyList<SetSheetRow> rows)
    {
        var lines = rows.Select(row => (Row: row, Line: Line(row))).Where(line => line.Line is not null).ToList();
        root["examples"] = new JsonArray();
        foreach (var (row, _) in lines.Where(line => line.Line == "example"))
            Example(row);
        foreach (var (row, _) in lines.Where(line => line.Line == "agency"))
            Agency(row);
        foreach (var (row, line) in lines.Where(line => line.Line is not ("example" or "agency")))
        {
            if (Of(row) is not { } example)
                continue;
            if (line == "expected")
                Expected(row, example.Json, example.Pointer);
            else
                Answer(row, line!, example.Code);
        }

        foreach (var (json, _, row) in _agencies.Values)
        {
            var submitted = row.Name("submitted");
            if (submitted == "true" && !json.ContainsKey("answers"))
                json["answers"] = new JsonObject();
            else if (submitted == "false" && json.ContainsKey("answers"))
                row.Lost("submitted", "Cơ quan ghi là không nộp phiếu nhưng có dòng Trả lời; hãy sửa một trong hai.");
            else if (submitted == "false")
                json["answers"] = null;
        }
    }

    private static string? Line(SetSheetRow row)
    {
        if (row.Name("line") is { } line)
            return line;
        if (!row.Has("line"))
            row.Lost("line", $"Chưa ghi loại dòng; hãy chọn một trong: {string.Join(", ", SetSheetPlan.ExampleLines.Words)}.");
        return null;
    }

    private void Example(SetSheetRow row)
    {
        row.Only(SetSheetPlan.ExampleLines.WordOf("example")!, "example", "line", "name");
        var example = new JsonObject();
        var list = (JsonArray)root["examples"]!;
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/examples/{list.Count}");
        list.Add((JsonNode)example);
        places.Add(pointer, row.Plan, row.At("example"));
        places.Add($"{pointer}/code", row.Plan, row.At("example"));
        places.Add($"{pointer}/name", row.Plan, row.At("name"));
        var code = row.Code("example");
        if (code is not null)
            example["code"] = code;
        if (row.Text("name") is { } name)
            example["name"] = name;
        example["agencies"] = new JsonArray();
        example["expected"] = new JsonObject();
        _examples.TryAdd(code ?? "", (example, pointer));
    }

    private void Agency(SetSheetRow row)
    {
        row.Only(SetSheetPlan.ExampleLines.WordOf("agency")!, "example", "line", "name", "agency", "block", "ranked", "submitted");
        if (Of(row) is not { } example)
            return;
        var agency = new JsonObject();
        var list = (JsonArray)example.Json["agencies"]!;
        var pointer = string.Create(CultureInfo.InvariantCulture, $"{example.Pointer}/agencies/{list.Count}");
        list.Add((JsonNode)agency);
        places.Add(pointer, row.Plan, row.At("agency"));
        places.Add($"{pointer}/code", row.Plan, row.At("agency"));
        var code = row.Code("agency");
        if (code is not null)
            agency["code"] = code;
        foreach (var key in (ReadOnlySpan<string>)["name", "block", "ranked"])
        {
            places.Add($"{pointer}/{key}", row.Plan, row.At(key));
            if (row.Value(key) is { } value)
                agency[key] = value;
        }

        _agencies[(example.Code, code ?? "")] = (agency, pointer, row);
    }

    private (string Code, JsonObject Json, string Pointer)? Of(SetSheetRow row)
    {
        if (row.Code("example") is not { } code)
        {
            if (!row.Has("example"))
                row.Lost("example", "Chưa ghi mã kiểm thử của dòng này; hãy bổ sung.");
            return null;
        }

        if (_examples.TryGetValue(code, out var example))
            return (code, example.Json, example.Pointer);
        row.Lost("example", $"Kiểm thử {SetSheetRow.Shortened(code)} không có dòng “{SetSheetPlan.ExampleLines.WordOf("example")}”; hãy thêm dòng đó hoặc sửa mã.");
        return null;
    }

    private void Expected(SetSheetRow row, JsonObject example, string pointer)
    {
        row.Only(SetSheetPlan.ExampleLines.WordOf("expected")!, "example", "line", "agency", "item", "value");
        if (Needed(row, "agency", "mã cơ quan") is not { } agency || Needed(row, "item", "mã tiêu chí") is not { } criterion)
            return;
        var expected = (JsonObject)example["expected"]!;
        var at = $"{pointer}/expected/{SetSheetPlaces.Step(agency)}";
        if (expected[agency] is not JsonObject points)
        {
            expected[agency] = points = [];
            places.Add(at, row.Plan, row.At("agency"));
        }

        if (points.ContainsKey(criterion))
        {
            row.Lost("item", $"Điểm mong đợi của tiêu chí {SetSheetRow.Shortened(criterion)}, cơ quan {SetSheetRow.Shortened(agency)} đã có ở trên; hãy xóa một dòng.");
            return;
        }

        places.Add($"{at}/{SetSheetPlaces.Step(criterion)}", row.Plan, row.At(_criteria.Contains(criterion) ? "value" : "item"));
        if (!row.Has("value"))
            row.Lost("value", $"Chưa ghi điểm mong đợi; hãy ghi điểm, hoặc “{SetSheetPlan.NotApplicable}”.");
        else if (string.Equals(row.Text("value"), SetSheetPlan.NotApplicable, StringComparison.OrdinalIgnoreCase))
            points[criterion] = null;
        else if (row.Number("value", whole: false) is { } number)
            points[criterion] = TwoDecimals(row, number);
    }

    private static JsonNode TwoDecimals(SetSheetRow row, JsonNode number)
    {
        // What could not be read is noted already, and a string here.
        if (!Rational.TryParse(number.ToJsonString(), out var exact))
            return number;
        if ((exact * 100).IsInteger)
            return JsonValue.Create(exact.ToPoints().ToString());
        row.Lost("value", $"Điểm mong đợi chỉ được có hai chữ số thập phân, đang là {VietnameseNumber.Of(exact)}.");
        return number;
    }

    private void Answer(SetSheetRow row, string line, string example)
    {
        var word = SetSheetPlan.ExampleLines.WordOf(line)!;
        row.Only(word, "example", "line", "agency", "item", "row", "column", "value");
        if (Needed(row, "agency", "mã cơ quan") is not { } code || Needed(row, "item", "mã câu hỏi") is not { } question)
            return;
        if (!_agencies.TryGetValue((example, code), out var agency))
        {
            row.Lost("agency", $"Kiểm thử {SetSheetRow.Shortened(example)} không có dòng “{SetSheetPlan.ExampleLines.WordOf("agency")}” mã {SetSheetRow.Shortened(code)}; hãy thêm dòng đó hoặc sửa mã.");
            return;
        }

        if (!row.Has("value"))
        {
            row.Lost("value", $"Chưa ghi giá trị; hãy bổ sung, hoặc xóa dòng nếu chưa trả lời. Không chọn mục nào thì ghi {SetSheetPlan.None}.");
            return;
        }

        var list = line == "answer" ? "answers" : "previous";
        if (agency.Json[list] is not JsonObject answers)
            agency.Json[list] = answers = [];
        places.Add($"{agency.Pointer}/{list}", row.Plan, row.At("agency"));
        var pointer = $"{agency.Pointer}/{list}/{SetSheetPlaces.Step(question)}";
        var known = questions.GetValueOrDefault(question);
        var type = known is null ? null : TextOf(known, "type");
        if (row.Has("row") || row.Has("column"))
        {
            if (known is not null && type != "rows")
                row.Lost(row.Has("row") ? "row" : "column", $"Câu hỏi {question} không phải loại “{SetSheetPlan.QuestionTypes.WordOf("rows")}” nên không có dòng, cột; hãy xóa ô này.");
            else
                Cell(row, answers, question, pointer, known);
            return;
        }

        if (answers.ContainsKey(question))
        {
            row.Lost("item", $"Câu hỏi {SetSheetRow.Shortened(question)} của cơ quan {SetSheetRow.Shortened(code)} đã có ở trên; hãy xóa một dòng.");
            return;
        }

        places.Add(pointer, row.Plan, row.At(known is null ? "item" : "value"));
        if (type is "multi")
        {
            var codes = row.Codes("value") ?? [];
            answers[question] = new JsonArray([.. codes.Select(code => SetSheetRow.Json(code))]);
        }
        else if (type is "rows")
        {
            answers[question] = new JsonArray();
            if (row.Text("value") != SetSheetPlan.None)
                row.Lost("value", $"Câu hỏi {question} trả lời bằng bảng: ghi số dòng và mã cột, mỗi ô một dòng; không có dòng nào thì ghi {SetSheetPlan.None}.");
        }
        else
        {
            answers[question] = Single(row, type);
        }
    }

    private void Cell(SetSheetRow row, JsonObject answers, string question, string pointer, JsonObject? known)
    {
        if (row.Number("row", whole: true) is not JsonValue number || !int.TryParse(number.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            if (!row.Has("row"))
                row.Lost("row", "Chưa ghi số dòng của bảng; hãy ghi 1, 2…");
            return;
        }

        if (answers[question] is not JsonArray lines)
        {
            answers[question] = lines = [];
            places.Add(pointer, row.Plan, row.At("item"));
        }

        if (place < 1 || place > lines.Count + 1)
        {
            row.Lost("row", $"Các dòng của bảng phải đánh số liên tục từ 1; dòng này phải từ 1 đến {lines.Count + 1}.");
            return;
        }

        var at = string.Create(CultureInfo.InvariantCulture, $"{pointer}/{place - 1}");
        if (place > lines.Count)
        {
            lines.Add((JsonNode)new JsonObject());
            places.Add(at, row.Plan, row.At("row"));
        }

        if (!row.Has("column"))
        {
            if (row.Text("value") != SetSheetPlan.None)
                row.Lost("column", $"Chưa ghi mã cột; hãy bổ sung. Dòng của bảng không có ô nào thì ghi {SetSheetPlan.None} ở cột “{row.Plan["value"].Heading}”.");
            return;
        }

        var cells = (JsonObject)lines[place - 1]!;
        if (row.Code("column") is not { } column)
            return;
        if (cells.ContainsKey(column))
        {
            row.Lost("column", $"Cột {SetSheetRow.Shortened(column)} của dòng {place} đã có ở trên; hãy xóa một dòng.");
            return;
        }

        var isKnown = _columns.TryGetValue((question, column), out var type);
        places.Add($"{at}/{SetSheetPlaces.Step(column)}", row.Plan, row.At(isKnown ? "value" : "column"));
        cells[column] = Single(row, type);
    }

    private static JsonNode? Single(SetSheetRow row, string? type) => type switch
    {
        "integer" => row.Number("value", whole: true),
        "decimal" => row.Number("value", whole: false),
        "yesNo" => YesNo(row),
        "date" => row.Day("value"),
        "choice" => SetSheetRow.Json(row.Code("value")),
        _ => SetSheetRow.Json(row.Text("value")),
    };

    private static JsonNode? YesNo(SetSheetRow row) =>
        row.Name("value", SetSheetPlan.YesNo) is { } name ? JsonValue.Create(name == "true") : SetSheetRow.Json(row.Text("value"));

    private static string? Needed(SetSheetRow row, string key, string what)
    {
        if (row.Code(key) is { } code)
            return code;
        if (!row.Has(key))
            row.Lost(key, $"Chưa ghi {what}; hãy bổ sung.");
        return null;
    }

    /// <summary>Types of the columns of all questions.</summary>
    private static Dictionary<(string Question, string Column), string?> Columns(Dictionary<string, JsonObject> questions)
    {
        var columns = new Dictionary<(string, string), string?>();
        foreach (var (code, question) in questions)
        {
            foreach (var column in Items(question, "columns"))
                columns.TryAdd((code, TextOf(column, "code") ?? ""), TextOf(column, "type"));
        }

        return columns;
    }

    private static IEnumerable<JsonObject> Items(JsonObject holder, string list) => (holder[list] as JsonArray ?? []).OfType<JsonObject>();

    private static string? TextOf(JsonObject item, string key) => (item[key] as JsonValue)?.GetValue<string>();
}
