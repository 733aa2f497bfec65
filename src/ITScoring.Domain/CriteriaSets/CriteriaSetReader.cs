using ITScoring.Domain.CriteriaSets.Examples;
using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads a criteria set and notes everything for which section 1 of the format refuses it.</summary>
internal sealed class CriteriaSetReader
{
    private readonly ProblemList _problems = new();
    private readonly string _set;
    private readonly Fields _file;
    private readonly bool _maximaMayDiffer;

    private CriteriaSetReader(JsonItem root, bool maximaMayDiffer)
    {
        _set = root.TextOf("code") ?? "";
        _file = new Fields(root, _set, _problems);
        _maximaMayDiffer = maximaMayDiffer;
    }

    public static Parsed<CriteriaSet> Read(ReadOnlySpan<byte> utf8)
    {
        var problems = new ProblemList();
        if (JsonFile.Read(utf8, problems) is not { } root || Fields.Of(root, "", problems) is null)
            return new Parsed<CriteriaSet>(problems.InOrder());
        return Read(root, maximaMayDiffer: false);
    }

    /// <param name="maximaMayDiffer">Whether the maxima need not add up, as in a set that is still being written.</param>
    public static Parsed<CriteriaSet> Read(JsonItem root, bool maximaMayDiffer)
    {
        var reader = new CriteriaSetReader(root, maximaMayDiffer);
        return reader.Read() is { } set ? new Parsed<CriteriaSet>(set) : new Parsed<CriteriaSet>(reader._problems.InOrder());
    }

    private CriteriaSet? Read()
    {
        var format = _file.Text("format", required: true, mayBeEmpty: true);
        if (format is not null and not CriteriaSetFile.Format and not CriteriaSetFile.FormatWithExamples)
            _file.Problem(_file.Json.Find("format"), $"“format” phải là “{CriteriaSetFile.Format}” hoặc “{CriteriaSetFile.FormatWithExamples}”, đang là “{format}”.");
        var code = _file.Code("code", CodeForms.IsSet, CodeForms.SetInWords);
        var version = _file.Integer("version", 1, int.MaxValue, required: true);
        var title = _file.Text("title", required: true);
        var legalBasis = _file.Text("legalBasis", mayBeEmpty: true);
        var notes = _file.Text("notes", mayBeEmpty: true);
        var scale = _file.Amount("scale", required: true);
        if (scale is { Hundredths: <= 0 })
            _file.Problem(_file.Json.Find("scale"), "Thang điểm “scale” phải lớn hơn 0.");
        var sections = Sections();
        var reader = new QuestionReader(_file);
        var questions = reader.Read(sections.Select(section => section.Code).ToHashSet());
        var askingOrder = AskingOrder.Of(questions, _file);
        var checks = Checks(reader.Names);
        var groups = new GroupReader(_file, reader.Names).Read(scale, _maximaMayDiffer);
        var classes = Classes();
        var examples = format == CriteriaSetFile.Format ? [] : new ExampleReader(_file, questions, groups).Read();
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
                Examples = examples,
            };
    }

    private List<Section> Sections()
    {
        var sections = new List<Section>();
        var codes = new HashSet<string>();
        foreach (var json in _file.Array("sections", required: true))
        {
            if (Fields.Of(json, json.TextOf("code") ?? _set, _problems) is not { } fields)
                continue;
            var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
            var name = fields.Text("name", required: true);
            fields.Done();
            if (code is not null && fields.Once(codes, code, "phần"))
                sections.Add(new Section(code, name ?? ""));
        }

        return sections;
    }

    private List<Check> Checks(IReadOnlyDictionary<string, QuestionName> names)
    {
        var checks = new List<Check>();
        var codes = new HashSet<string>();
        foreach (var json in _file.Array("checks"))
        {
            if (Fields.Of(json, json.TextOf("code") ?? _set, _problems) is not { } fields)
                continue;
            var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
            if (code is not null)
                fields.Once(codes, code, "kiểm tra");
            var level = fields.OneOf(
                "level", [("error", CheckLevel.Error), ("warning", CheckLevel.Warning), ("inspector", CheckLevel.Inspector)], required: true);
            var assert = fields.Expression("assert", ExpressionType.Boolean, names, required: true);
            var message = fields.Text("message", required: true);
            var marked = fields.Has("questions") ? CodesToMark(fields, names) : assert?.Questions ?? [];
            fields.Done();
            if (code is not null && level is not null && assert is not null && message is not null)
                checks.Add(new Check(code, level.Value, assert, message, marked));
        }

        return checks;
    }

    private static List<string> CodesToMark(Fields fields, IReadOnlyDictionary<string, QuestionName> names)
    {
        var codes = new List<string>();
        foreach (var json in fields.Array("questions"))
        {
            if (json.Kind != JsonKind.Text)
                fields.Problem(json, $"Phải là mã câu hỏi, đang là {json.KindName}.");
            else if (!names.ContainsKey(json.Text))
                fields.Problem(json, $"Không có câu hỏi mã {json.Text}; hãy sửa mã hoặc thêm câu hỏi.");
            else
                codes.Add(json.Text);
        }

        return codes;
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
