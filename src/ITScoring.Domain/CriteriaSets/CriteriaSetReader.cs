using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads a criteria set and notes everything for which section 1 of the format refuses it.</summary>
internal sealed class CriteriaSetReader
{
    private static readonly Rational MostPoints = 1_000_000_000_000;

    private static readonly (string Name, QuestionType Value)[] QuestionTypes =
    [
        ("integer", QuestionType.Integer), ("decimal", QuestionType.Decimal), ("yesNo", QuestionType.YesNo),
        ("choice", QuestionType.Choice), ("multi", QuestionType.Multi), ("rows", QuestionType.Rows),
        ("text", QuestionType.Text), ("url", QuestionType.Url), ("date", QuestionType.Date),
    ];

    private static readonly (string Name, QuestionType Value)[] ColumnTypes =
        [("text", QuestionType.Text), ("integer", QuestionType.Integer), ("date", QuestionType.Date), ("url", QuestionType.Url)];

    private readonly ProblemList _problems = new();
    private readonly string _set;
    private readonly Fields _file;
    private readonly Dictionary<string, QuestionName> _names = [];
    private readonly HashSet<string> _criteria = [];

    private CriteriaSetReader(JsonItem root)
    {
        _set = PeekText(root, "code") ?? "";
        _file = new Fields(root, _set, _problems);
    }

    public static Parsed<CriteriaSet> Read(ReadOnlySpan<byte> utf8)
    {
        var problems = new ProblemList();
        if (JsonFile.Read(utf8, problems) is not { } root || Fields.Of(root, "", problems) is null)
            return new Parsed<CriteriaSet>(problems.InOrder());
        var reader = new CriteriaSetReader(root);
        return reader.Read() is { } set ? new Parsed<CriteriaSet>(set) : new Parsed<CriteriaSet>(reader._problems.InOrder());
    }

    private CriteriaSet? Read()
    {
        if (_file.Text("format", required: true, mayBeEmpty: true) is { } format && format != CriteriaSetFile.Format)
            _file.Problem(_file.Json.Find("format"), $"“format” phải là “{CriteriaSetFile.Format}”, đang là “{format}”.");
        var code = _file.Code("code", CodeForms.IsSet, CodeForms.SetInWords);
        var version = _file.Integer("version", 1, int.MaxValue, required: true);
        var title = _file.Text("title", required: true);
        var legalBasis = _file.Text("legalBasis", mayBeEmpty: true);
        var notes = _file.Text("notes", mayBeEmpty: true);
        var scale = Amount(_file, "scale", required: true);
        if (scale is { Hundredths: <= 0 })
            _file.Problem(_file.Json.Find("scale"), "Thang điểm “scale” phải lớn hơn 0.");
        var sections = Sections();
        PeekNames();
        var questions = Questions([.. sections.Select(section => section.Code)]);
        var askingOrder = AskingOrder(questions);
        var checks = Checks();
        var groups = Groups(scale);
        var classes = Classes();
        _file.Done();
        return _problems.Any
            ? null
            : new CriteriaSet(sections, questions, askingOrder, checks, groups, classes)
            {
                Code = code!,
                Version = version!.Value,
                Title = title!,
                LegalBasis = legalBasis,
                Notes = notes,
                Scale = scale!.Value,
            };
    }

    private static string? PeekText(JsonItem json, string key) => json.Find(key) is { Kind: JsonKind.Text } found ? found.Text : null;

    /// <summary>An amount of points with at most two decimals.</summary>
    private static Points? Amount(Fields fields, string key, bool required = false)
    {
        if (fields.Number(key, required) is not { } number)
            return null;
        var at = fields.Json.Find(key);
        if (Rational.Abs(number) > MostPoints)
            fields.Problem(at, $"“{key}” không được vượt quá {VietnameseNumber.Of(MostPoints)} điểm.");
        else if (!(number * 100).IsInteger)
            fields.Problem(at, $"“{key}” chỉ được có hai chữ số thập phân, đang là {VietnameseNumber.Of(number)}.");
        else
            return number.ToPoints();
        return null;
    }

    private List<Section> Sections()
    {
        var sections = new List<Section>();
        var codes = new HashSet<string>();
        foreach (var json in _file.Array("sections", required: true))
        {
            if (Fields.Of(json, PeekText(json, "code") ?? _set, _problems) is not { } fields)
                continue;
            var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
            var name = fields.Text("name", required: true);
            fields.Done();
            if (code is not null && Once(fields, codes, code, "phần"))
                sections.Add(new Section(code, name ?? ""));
        }

        return sections;
    }

    private static bool Once(Fields fields, HashSet<string> codes, string code, string what)
    {
        if (codes.Add(code))
            return true;
        fields.Problem(fields.Json.Find("code"), $"Mã {what} “{code}” đã được dùng ở trên; mỗi mã chỉ dùng một lần, hãy đổi mã.");
        return false;
    }

    /// <summary>Gathers what expressions need to know of all questions before any is read, since they may name later ones.</summary>
    private void PeekNames()
    {
        var index = 0;
        foreach (var json in _file.Json.Find("questions")?.Items ?? [])
        {
            if (PeekText(json, "code") is not { } code)
                continue;
            QuestionType? type = null;
            foreach (var (name, value) in QuestionTypes)
            {
                if (PeekText(json, "type") == name)
                    type = value;
            }

            var options = new List<QuestionOption>();
            foreach (var option in json.Find("options")?.Items ?? [])
            {
                if (PeekText(option, "code") is { } optionCode)
                    options.Add(new QuestionOption(optionCode, PeekText(option, "text") ?? ""));
                else
                    type = null;
            }

            if (type is QuestionType.Choice or QuestionType.Multi && options.Count == 0)
                type = null;
            if (_names.TryAdd(code, new QuestionName(code, index, type, options)))
                index++;
        }
    }

    private List<Question> Questions(HashSet<string> sections)
    {
        var questions = new List<Question>();
        var codes = new HashSet<string>();
        foreach (var json in _file.Array("questions", required: true))
        {
            if (Fields.Of(json, PeekText(json, "code") ?? _set, _problems) is { } fields && Question(fields, sections, codes) is { } question)
                questions.Add(question);
        }

        return questions;
    }

    private Question? Question(Fields fields, HashSet<string> sections, HashSet<string> codes)
    {
        var code = fields.Code("code", CodeForms.IsQuestion, CodeForms.QuestionInWords);
        var isFirst = code is not null && Once(fields, codes, code, "câu hỏi");
        var section = fields.Text("section", required: true);
        if (section is not null && !sections.Contains(section))
            fields.Problem(fields.Json.Find("section"), $"Không có phần mã “{section}”; hãy sửa mã hoặc thêm phần vào “sections”.");
        var text = fields.Text("text", required: true);
        var help = fields.Text("help", mayBeEmpty: true);
        var unit = fields.Text("unit", mayBeEmpty: true);
        var type = fields.OneOf("type", QuestionTypes, required: true);
        var (digits, options, columns, min, max, maxLength) = Shape(fields, type);
        var required = fields.YesNo("required");
        var askWhen = Expression(fields, "askWhen", ExpressionType.Boolean);
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
            Index = _names[code!].Index,
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
            min = Expression(fields, "min", ExpressionType.Number);
            max = Expression(fields, "max", ExpressionType.Number);
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
            if (code is not null && Once(fields, codes, code, "phương án"))
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
            if (code is not null && Once(fields, codes, code, "cột"))
                columns.Add(new QuestionColumn(code, text ?? "", type ?? QuestionType.Text, needed, unique));
        }

        return columns;
    }

    private Expression? Expression(Fields fields, string key, ExpressionType type, bool required = false)
    {
        if (fields.Text(key, required) is not { } source)
            return null;
        var problems = new List<string>();
        var expression = ExpressionParser.Parse(source, type, _names, problems);
        foreach (var problem in problems)
            fields.Problem(fields.Json.Find(key), problem);
        return expression;
    }

    /// <summary>Orders the questions by their conditions (Kahn 1962) and notes those that wait for each other.</summary>
    private List<Question> AskingOrder(List<Question> questions)
    {
        var byCode = questions.ToDictionary(question => question.Code);

        // previous(Q) is last period's number and does not wait for Q to be asked.
        var waitsFor = questions.ToDictionary(
            question => question.Code,
            question => (question.AskWhen?.NamedNow ?? []).Where(byCode.ContainsKey).ToList());
        var asked = new List<Question>();
        var missing = waitsFor.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        var waiting = waitsFor.SelectMany(pair => pair.Value.Select(on => (On: on, Who: pair.Key))).ToLookup(pair => pair.On, pair => pair.Who);
        var ready = new Queue<Question>(questions.Where(question => missing[question.Code] == 0));
        while (ready.TryDequeue(out var question))
        {
            asked.Add(question);
            foreach (var who in waiting[question.Code])
            {
                if (--missing[who] == 0)
                    ready.Enqueue(byCode[who]);
            }
        }

        NoteCircle(questions, waitsFor, waiting, missing);
        return asked;
    }

    private void NoteCircle(
        List<Question> questions, Dictionary<string, List<string>> waitsFor, ILookup<string, string> waiting, Dictionary<string, int> missing)
    {
        // Whoever merely waits for a circle without being part of one is taken out again.
        var circle = missing.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet();
        var wanted = circle.ToDictionary(code => code, code => waiting[code].Count(circle.Contains));
        var free = new Queue<string>(wanted.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (free.TryDequeue(out var code))
        {
            circle.Remove(code);
            foreach (var on in waitsFor[code].Where(circle.Contains))
            {
                if (--wanted[on] == 0)
                    free.Enqueue(on);
            }
        }

        if (circle.Count == 0)
            return;
        var all = string.Join(", ", questions.Select(question => question.Code).Where(circle.Contains));
        foreach (var json in _file.Json.Find("questions")!.Items)
        {
            if (PeekText(json, "code") is { } code && circle.Contains(code) && json.Find("askWhen") is { } at)
                _problems.Add(at, code, $"Điều kiện hỏi “askWhen” của các câu {all} phụ thuộc vòng tròn lẫn nhau; hãy bỏ bớt một điều kiện.");
        }
    }

    private List<Check> Checks()
    {
        var checks = new List<Check>();
        var codes = new HashSet<string>();
        foreach (var json in _file.Array("checks"))
        {
            if (Fields.Of(json, PeekText(json, "code") ?? _set, _problems) is not { } fields)
                continue;
            var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
            if (code is not null)
                Once(fields, codes, code, "kiểm tra");
            var level = fields.OneOf(
                "level", [("error", CheckLevel.Error), ("warning", CheckLevel.Warning), ("inspector", CheckLevel.Inspector)], required: true);
            var assert = Expression(fields, "assert", ExpressionType.Boolean, required: true);
            var message = fields.Text("message", required: true);
            var marked = fields.Has("questions") ? CodesToMark(fields) : assert?.Questions ?? [];
            fields.Done();
            if (code is not null && level is not null && assert is not null && message is not null)
                checks.Add(new Check(code, level.Value, assert, message, marked));
        }

        return checks;
    }

    private List<string> CodesToMark(Fields fields)
    {
        var codes = new List<string>();
        foreach (var json in fields.Array("questions"))
        {
            if (json.Kind != JsonKind.Text)
                fields.Problem(json, $"Phải là mã câu hỏi, đang là {json.KindName}.");
            else if (!_names.ContainsKey(json.Text))
                fields.Problem(json, $"Không có câu hỏi mã {json.Text}; hãy sửa mã hoặc thêm câu hỏi.");
            else
                codes.Add(json.Text);
        }

        return codes;
    }

    private List<CriteriaGroup> Groups(Points? scale)
    {
        var groups = new List<CriteriaGroup>();
        var codes = new HashSet<string>();
        var sum = (Points?)Points.Zero;
        foreach (var json in _file.Array("groups", required: true))
        {
            if (Fields.Of(json, PeekText(json, "code") ?? _set, _problems) is not { } fields)
            {
                sum = null;
                continue;
            }

            var group = Group(fields, codes, ref sum);
            if (group is not null)
                groups.Add(group);
        }

        if (sum is { } found && scale is { } wanted && found != wanted && _file.Json.Find("groups") is { } at)
            _file.Problem(at, $"Tổng điểm tối đa của các nhóm tính điểm là {found.ToVietnamese()}, khác thang điểm “scale” là {wanted.ToVietnamese()}; hãy sửa cho khớp.");
        return groups;
    }

    private CriteriaGroup? Group(Fields fields, HashSet<string> codes, ref Points? sum)
    {
        var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
        if (code is not null)
            Once(fields, codes, code, "nhóm");
        var name = fields.Text("name", required: true);
        var kind = fields.Has("kind") ? fields.OneOf("kind", [("score", GroupKind.Score), ("adjustment", GroupKind.Adjustment)]) : GroupKind.Score;
        Points? max = null;
        Points? cap = null;
        Points? floor = null;
        if (kind == GroupKind.Adjustment)
        {
            fields.Refuse("max", "nhóm tính điểm (score)");
            (cap, floor) = (Amount(fields, "cap"), Amount(fields, "floor"));
            if (floor > cap)
                fields.Problem(fields.Json.Find("floor"), $"“floor” ({floor.Value.ToVietnamese()}) lớn hơn “cap” ({cap.Value.ToVietnamese()}); hãy sửa một trong hai.");
        }
        else
        {
            max = Amount(fields, "max", required: kind is not null);
            if (max is { Hundredths: < 0 })
                fields.Problem(fields.Json.Find("max"), "Điểm tối đa của nhóm không được âm.");
            if (kind is not null)
            {
                fields.Refuse("cap", "nhóm cộng, trừ điểm (adjustment)");
                fields.Refuse("floor", "nhóm cộng, trừ điểm (adjustment)");
            }

            sum = kind is null || max is null ? null : sum + max;
        }

        var criteria = new List<Criterion>();
        var criteriaMax = (Points?)Points.Zero;
        foreach (var json in fields.Array("criteria", required: true))
        {
            if (Fields.Of(json, PeekText(json, "code") ?? fields.Item, _problems) is not { } of)
            {
                criteriaMax = null;
                continue;
            }

            var (criterion, most) = Criterion(of, mayDeduct: kind != GroupKind.Score);
            criteriaMax += most;
            if (criterion is not null)
                criteria.Add(criterion);
        }

        fields.Done();
        if (kind == GroupKind.Score && max is not null && criteriaMax is not null && fields.Json.Find("criteria") is { Kind: JsonKind.Array } && max != criteriaMax)
            fields.Problem(
                fields.Json.Find("max"),
                $"Tổng điểm tối đa của các tiêu chí trong nhóm {fields.Item} là {criteriaMax.Value.ToVietnamese()}, khác điểm tối đa của nhóm là {max.Value.ToVietnamese()}; hãy sửa cho khớp.");
        return _problems.Any || code is null || kind is null
            ? null
            : new CriteriaGroup { Code = code, Name = name!, Kind = kind.Value, Max = max ?? Points.Zero, Cap = cap, Floor = floor, Criteria = criteria };
    }

    private (Criterion? Criterion, Points? Max) Criterion(Fields fields, bool mayDeduct)
    {
        var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
        var index = _criteria.Count;
        if (code is not null)
            Once(fields, _criteria, code, "tiêu chí");
        var name = fields.Text("name", required: true);
        var max = Amount(fields, "max", required: true);
        if (max is { Hundredths: < 0 } && !mayDeduct)
            fields.Problem(fields.Json.Find("max"), "Tiêu chí của nhóm tính điểm không được có điểm tối đa âm; điểm trừ phải đặt trong nhóm adjustment.");
        var most = max is { } points ? Rational.Abs(points.ToRational()) : (Rational?)null;
        var rule = fields.Take("rule", required: true) is { } json
            ? new RuleReader(_names, fields.Item, _problems).Read(json, code ?? "", most)
            : null;
        var appliesWhen = Expression(fields, "appliesWhen", ExpressionType.Boolean);
        var evidence = fields.Text("evidence", mayBeEmpty: true);
        var basis = fields.Text("basis", mayBeEmpty: true);
        var guidance = fields.Text("guidance", mayBeEmpty: true);
        fields.Done();
        if (code is null || name is null || max is null || rule is null)
            return (null, max);
        return (new Criterion
        {
            Index = index,
            Code = code,
            Name = name,
            Max = max.Value,
            Rule = rule,
            AppliesWhen = appliesWhen,
            Evidence = evidence,
            Basis = basis,
            Guidance = guidance,
        }, max);
    }

    private List<ClassLevel> Classes()
    {
        var classes = new List<ClassLevel>();
        Rational? above = null;
        JsonItem? last = null;
        foreach (var json in _file.Array("classes", required: true))
        {
            last = json;
            if (Fields.Of(json, _set, _problems) is not { } fields)
                continue;
            var name = fields.Text("name", required: true);
            var from = fields.NumberFrom("from", Rational.Zero, required: true);
            fields.Done();
            if (from >= above)
                fields.Problem(json.Find("from"), $"Ngưỡng xếp loại phải giảm dần; {VietnameseNumber.Of(from.Value)} không nhỏ hơn ngưỡng đứng trên là {VietnameseNumber.Of(above.Value)}.");
            above = from;
            if (name is not null && from is { } limit)
                classes.Add(new ClassLevel(name, limit));
        }

        if (last is not null && above is { IsZero: false })
            _problems.Add(last.Find("from") ?? last, _set, $"Loại cuối cùng phải bắt đầu từ 0, đang là {VietnameseNumber.Of(above.Value)}; hãy sửa ngưỡng hoặc thêm một loại từ 0.");
        return classes;
    }
}
