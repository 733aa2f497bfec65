using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads the questions of a set (section 2 of the format).</summary>
internal sealed class QuestionReader(Fields file)
{
    private static readonly (string Name, QuestionType Value)[] QuestionTypes =
    [
        ("integer", QuestionType.Integer), ("decimal", QuestionType.Decimal), ("yesNo", QuestionType.YesNo),
        ("choice", QuestionType.Choice), ("multi", QuestionType.Multi), ("rows", QuestionType.Rows),
        ("text", QuestionType.Text), ("url", QuestionType.Url), ("date", QuestionType.Date),
    ];

    private static readonly (string Name, QuestionType Value)[] ColumnTypes =
        [("text", QuestionType.Text), ("integer", QuestionType.Integer), ("date", QuestionType.Date), ("url", QuestionType.Url)];

    /// <summary>What expressions need to know of all questions, gathered before any is read, since they may name later ones.</summary>
    public IReadOnlyDictionary<string, QuestionName> Names { get; } = PeekNames(file);

    /// <param name="sections">Codes of the sections.</param>
    public List<Question> Read(IReadOnlySet<string> sections)
    {
        var questions = new List<Question>();
        var codes = new HashSet<string>();
        foreach (var json in file.Array("questions", required: true))
        {
            if (Fields.Of(json, json.TextOf("code") ?? file.Item, file.Problems) is { } fields && Question(fields, sections, codes) is { } question)
                questions.Add(question);
        }

        return questions;
    }

    private static Dictionary<string, QuestionName> PeekNames(Fields file)
    {
        var names = new Dictionary<string, QuestionName>();
        var index = 0;
        foreach (var json in file.Json.Find("questions")?.Items ?? [])
        {
            if (json.TextOf("code") is not { } code)
                continue;
            QuestionType? type = null;
            foreach (var (name, value) in QuestionTypes)
            {
                if (json.TextOf("type") == name)
                    type = value;
            }

            var options = new List<QuestionOption>();
            foreach (var option in json.Find("options")?.Items ?? [])
            {
                if (option.TextOf("code") is { } optionCode)
                    options.Add(new QuestionOption(optionCode, option.TextOf("text") ?? ""));
                else
                    type = null;
            }

            if (type is QuestionType.Choice or QuestionType.Multi && options.Count == 0)
                type = null;
            if (names.TryAdd(code, new QuestionName(code, index, type, options)))
                index++;
        }

        return names;
    }

    private Question? Question(Fields fields, IReadOnlySet<string> sections, HashSet<string> codes)
    {
        var code = fields.Code("code", CodeForms.IsQuestion, CodeForms.QuestionInWords);
        var isFirst = code is not null && fields.Once(codes, code, "câu hỏi");
        var section = fields.Text("section", required: true);
        if (section is not null && !sections.Contains(section))
            fields.Problem(fields.Json.Find("section"), $"Không có phần mã “{section}”; hãy sửa mã hoặc thêm phần vào “sections”.");
        var text = fields.Text("text", required: true);
        var help = fields.Text("help", mayBeEmpty: true);
        var unit = fields.Text("unit", mayBeEmpty: true);
        var type = fields.OneOf("type", QuestionTypes, required: true);
        var (digits, options, columns, min, max, maxLength) = Shape(fields, type);
        var required = fields.YesNo("required");
        var askWhen = fields.Expression("askWhen", ExpressionType.Boolean, Names);
        var filledBy = fields.OneOf("filledBy", [("agency", FilledBy.Agency), ("inspector", FilledBy.Inspector), ("system", FilledBy.System)]);
        var system = System(fields, filledBy, type);
        var evidence = fields.OneOf("evidence", [("none", EvidenceNeed.None), ("optional", EvidenceNeed.Optional), ("required", EvidenceNeed.Required)]);
        var carryOver = fields.YesNo("carryOver");
        var reference = fields.Text("reference", mayBeEmpty: true);
        fields.Done();
        if (!isFirst || type is null)
            return null;
        return new Question
        {
            Index = Names[code!].Index,
            Code = code!,
            Section = section ?? "",
            Text = text ?? "",
            Help = help,
            Unit = unit,
            Type = type.Value,
            Digits = type == QuestionType.Decimal ? digits ?? 2 : 0,
            Options = options,
            Columns = columns,
            Min = min,
            Max = max,
            MaxLength = maxLength,
            Required = required ?? true,
            AskWhen = askWhen,
            FilledBy = filledBy ?? FilledBy.Agency,
            System = system,
            Evidence = evidence ?? EvidenceNeed.None,
            CarryOver = carryOver ?? false,
            Reference = reference,
        };
    }

    private (int? Digits, IReadOnlyList<QuestionOption> Options, IReadOnlyList<QuestionColumn> Columns, Expression? Min, Expression? Max, int? MaxLength)
        Shape(Fields fields, QuestionType? type)
    {
        int? digits = null;
        int? maxLength = null;
        IReadOnlyList<QuestionOption> options = [];
        IReadOnlyList<QuestionColumn> columns = [];
        Expression? min = null;
        Expression? max = null;
        if (type is null or QuestionType.Decimal)
            digits = fields.Integer("digits", 0, 9);
        else
            fields.Refuse("digits", "câu hỏi loại decimal");
        if (type is null or QuestionType.Choice or QuestionType.Multi)
            options = Options(fields, required: type is not null);
        else
            fields.Refuse("options", "câu hỏi loại choice, multi");
        if (type is null or QuestionType.Rows)
            columns = Columns(fields, required: type is not null);
        else
            fields.Refuse("columns", "câu hỏi loại rows");
        if (type is null or QuestionType.Integer or QuestionType.Decimal or QuestionType.Rows)
        {
            min = fields.Expression("min", ExpressionType.Number, Names);
            max = fields.Expression("max", ExpressionType.Number, Names);
            if (min is { Questions.Count: 0 } && max is { Questions.Count: 0 }
                && min.TryNumber(Facts.Nothing, out var least) && max.TryNumber(Facts.Nothing, out var most) && least > most)
                fields.Problem(fields.Json.Find("min"), $"“min” ({VietnameseNumber.Of(least)}) lớn hơn “max” ({VietnameseNumber.Of(most)}); hãy sửa một trong hai.");
        }
        else
        {
            fields.Refuse("min", "câu hỏi loại integer, decimal, rows");
            fields.Refuse("max", "câu hỏi loại integer, decimal, rows");
        }

        if (type is null or QuestionType.Text or QuestionType.Url)
            maxLength = fields.Integer("maxLength", 1, int.MaxValue);
        else
            fields.Refuse("maxLength", "câu hỏi loại text, url");
        return (digits, options, columns, min, max, maxLength);
    }

    private static string? System(Fields fields, FilledBy? filledBy, QuestionType? type)
    {
        if (filledBy != FilledBy.System)
        {
            fields.Refuse("system", "câu hỏi có “filledBy”: “system”");
            return null;
        }

        if (type is not null and not QuestionType.Choice)
            fields.Problem(fields.Json.Find("type"), "Câu hỏi do hệ thống tự tính (“filledBy”: “system”) phải thuộc loại choice.");
        return fields.OneOf("system", [("submissionTimeliness", 0)], required: true) is null ? null : "submissionTimeliness";
    }

    private static List<QuestionOption> Options(Fields question, bool required)
    {
        var options = new List<QuestionOption>();
        var codes = new HashSet<string>();
        foreach (var json in question.Array("options", required, mayBeEmpty: false))
        {
            if (Fields.Of(json, question.Item, question.Problems) is not { } fields)
                continue;
            var code = fields.Code("code", CodeForms.IsItem, CodeForms.ItemInWords);
            var text = fields.Text("text", required: true);
            fields.Done();
            if (code is not null && fields.Once(codes, code, "phương án"))
                options.Add(new QuestionOption(code, text ?? ""));
        }

        return options;
    }

    private static List<QuestionColumn> Columns(Fields question, bool required)
    {
        var columns = new List<QuestionColumn>();
        var codes = new HashSet<string>();
        foreach (var json in question.Array("columns", required, mayBeEmpty: false))
        {
            if (Fields.Of(json, question.Item, question.Problems) is not { } fields)
                continue;
            var code = fields.Code("code", CodeForms.IsItem, CodeForms.ItemInWords);
            var text = fields.Text("text", required: true);
            var type = fields.OneOf("type", ColumnTypes, required: true);
            var needed = fields.YesNo("required") ?? false;
            var unique = fields.YesNo("unique") ?? false;
            fields.Done();
            if (code is not null && fields.Once(codes, code, "cột"))
                columns.Add(new QuestionColumn(code, text ?? "", type ?? QuestionType.Text, needed, unique));
        }

        return columns;
    }
}
