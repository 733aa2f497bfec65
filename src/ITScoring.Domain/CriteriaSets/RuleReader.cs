using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Scoring.Rules;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads the rule of one criterion; a rule with a problem comes back as null.</summary>
/// <param name="item">Code of the criterion.</param>
internal sealed class RuleReader(IReadOnlyDictionary<string, QuestionName> names, string item, ProblemList problems)
{
    private const string Kinds = "ratio, norm, bestOfCohort, bands, yesNo, choice, checklist, count, cases, points, sum, best";

    /// <param name="key">The criterion's code.</param>
    /// <param name="max">|max| of the criterion; null: it could not be read.</param>
    public Rule? Read(JsonItem json, string key, Rational? max) =>
        Fields.Of(json, item, problems) is { } fields ? Read(fields, key, max) : null;

    // Rules are nested no deeper than the JSON reader lets them be, so recursion is safe.
    private Rule? Read(Fields fields, string key, Rational? max)
    {
        var place = new RulePlace(key, max ?? Rational.Zero);
        var kind = fields.Text("kind", required: true, mayBeEmpty: true);
        Rule? rule = null;
        switch (kind)
        {
            case "ratio":
                rule = Number(fields) is { } ratio ? new RatioRule(place, ratio) : null;
                break;
            case "norm":
                rule = Norm(fields, place);
                break;
            case "bestOfCohort":
                rule = Number(fields) is { } compared ? new BestOfCohortRule(place, compared) : null;
                break;
            case "bands":
                rule = Bands(fields, place, max);
                break;
            case "yesNo":
                var condition = fields.Expression("value", ExpressionType.Boolean, names, required: true);
                var points = PointsOf(fields, "points", max);
                rule = condition is null ? null : new YesNoRule(place, condition, points);
                break;
            case "choice":
                var choice = QuestionOf(fields, QuestionType.Choice, "chọn một (choice)");
                var listed = OptionPoints(fields, choice, max, required: true);
                rule = choice is null || listed is null ? null : new ChoiceRule(place, choice, listed);
                break;
            case "checklist":
                rule = Checklist(fields, place, max);
                break;
            case "count":
                var counted = Number(fields);
                var each = fields.NumberFrom("each", Rational.Zero, required: true);
                rule = counted is null || each is null ? null : new CountRule(place, counted, each.Value);
                break;
            case "cases":
                rule = Cases(fields, place, max);
                break;
            case "points":
                rule = Number(fields) is { } value ? new PointsRule(place, value) : null;
                break;
            case "sum":
                rule = Parts(fields, key) is { } terms ? new SumRule(place, terms) : null;
                break;
            case "best":
                rule = Parts(fields, key) is { } parts ? new BestRule(place, parts) : null;
                break;
            default:
                if (kind is not null)
                    fields.Problem(fields.Json.Find("kind"), $"Không có loại quy tắc “{kind}”; chỉ nhận {Kinds}.");
                fields.NoKeyTwice();
                return null;
        }

        fields.Done();
        return rule;
    }

    private Expression? Number(Fields fields) => fields.Expression("value", ExpressionType.Number, names, required: true);

    /// <summary>Points that the file states, at least 0 and no more than the max.</summary>
    private static Rational? PointsOf(Fields fields, string key, Rational? max, bool required = false)
    {
        var points = fields.NumberFrom(key, Rational.Zero, required);
        if (points > max)
            TooMany(fields, fields.Json.Find(key), points.Value, max.Value);
        return points;
    }

    private static void TooMany(Fields fields, JsonItem? at, Rational points, Rational max) =>
        fields.Problem(at, $"Tiêu chí {fields.Item} có thể cho {VietnameseNumber.Of(points)} điểm, quá điểm tối đa {VietnameseNumber.Of(max)}; hãy giảm điểm hoặc tăng “max”.");

    private NormRule? Norm(Fields fields, RulePlace place)
    {
        var value = Number(fields);
        var norm = fields.Number("norm", required: true);
        if (norm is { Sign: <= 0 })
            fields.Problem(fields.Json.Find("norm"), "Định mức “norm” phải lớn hơn 0.");
        var floor = fields.Number("floor");
        return value is null || norm is not { Sign: > 0 } ? null : new NormRule(place, value, norm.Value, floor);
    }

    private BandsRule? Bands(Fields fields, RulePlace place, Rational? max)
    {
        var value = Number(fields);
        var bands = new List<Band>();
        var complete = true;
        foreach (var json in fields.Array("bands", required: true, mayBeEmpty: false))
        {
            if (Fields.Of(json, item, problems) is not { } of)
                continue;
            var from = of.Number("from");
            var above = of.Number("above");
            var points = PointsOf(of, "points", max, required: true);
            if (of.Has("from") == of.Has("above"))
                of.Problem(null, "Mỗi mức phải có đúng một trong hai khóa “from” (từ … trở lên) và “above” (trên …).");
            of.Done();
            if ((from ?? above) is not { } limit || points is null)
            {
                complete = false;
                continue;
            }

            var band = new Band(limit, above is not null, points.Value);
            if (complete && bands.Count > 0 && !IsBelow(band, bands[^1]))
                of.Problem(json, "Các mức phải giảm dần (cùng một ngưỡng thì “above” đứng trước “from”); hãy sắp lại.");
            bands.Add(band);
        }

        return value is null || bands.Count == 0 ? null : new BandsRule(place, value, bands);
    }

    private static bool IsBelow(Band band, Band upper) =>
        band.Limit < upper.Limit || (band.Limit == upper.Limit && upper.Above && !band.Above);

    private ChecklistRule? Checklist(Fields fields, RulePlace place, Rational? max)
    {
        var question = QuestionOf(fields, QuestionType.Multi, "chọn nhiều (multi)");
        var each = fields.NumberFrom("each", Rational.Zero);
        var points = OptionPoints(fields, question, max: null, required: false);
        if (fields.Has("each") == fields.Has("points"))
        {
            fields.Problem(null, "Quy tắc checklist phải có đúng một trong hai khóa “each” và “points”.");
            return null;
        }

        if (question is null || (each is null && points is null))
            return null;
        var sum = each is { } same ? same * question.Options.Count : points!.Aggregate(Rational.Zero, (total, option) => total + option.Value);
        if (sum > max)
            fields.Problem(
                fields.Json.Find(each is null ? "points" : "each"),
                $"Các mục của {question.Code} cộng lại được {VietnameseNumber.Of(sum)} điểm, quá điểm tối đa {VietnameseNumber.Of(max.Value)}; hãy giảm điểm, tăng “max”, hoặc dùng quy tắc count để có mức trần.");
        return new ChecklistRule(place, question, each, points);
    }

    private CasesRule? Cases(Fields fields, RulePlace place, Rational? max)
    {
        var cases = new List<Case>();
        foreach (var json in fields.Array("cases", required: true, mayBeEmpty: false))
        {
            if (Fields.Of(json, item, problems) is not { } of)
                continue;
            var when = of.Expression("when", ExpressionType.Boolean, names, required: true);
            var points = PointsOf(of, "points", max, required: true);
            of.Done();
            if (when is not null && points is not null)
                cases.Add(new Case(when, points.Value));
        }

        return cases.Count == 0 ? null : new CasesRule(place, cases);
    }

    private List<Rule>? Parts(Fields fields, string key)
    {
        var parts = new List<Rule>();
        var items = fields.Array("of", required: true, mayBeEmpty: false);
        for (var i = 0; i < items.Count; i++)
        {
            if (Fields.Of(items[i], item, problems) is not { } of)
                continue;
            var max = of.NumberFrom("max", Rational.Zero, required: true);
            if (Read(of, $"{key}/of/{i}", max) is { } part)
                parts.Add(part);
        }

        return parts.Count == 0 ? null : parts;
    }

    private QuestionName? QuestionOf(Fields fields, QuestionType type, string typeInWords)
    {
        if (fields.Text("question", required: true, mayBeEmpty: true) is not { } code)
            return null;
        if (!names.TryGetValue(code, out var question))
            fields.Problem(fields.Json.Find("question"), $"Không có câu hỏi mã {code}; hãy sửa mã hoặc thêm câu hỏi.");
        else if (question.Type == type)
            return question;
        else if (question.Type is not null)
            fields.Problem(fields.Json.Find("question"), $"Câu hỏi {code} không thuộc loại {typeInWords} mà quy tắc này cần.");
        return null;
    }

    private List<KeyValuePair<string, Rational>>? OptionPoints(Fields fields, QuestionName? question, Rational? max, bool required)
    {
        if (fields.Take("points", required) is not { } json || Fields.Of(json, item, problems) is not { } of)
            return null;
        var points = new List<KeyValuePair<string, Rational>>();
        foreach (var option in json.Members.Select(member => member.Key).Distinct().ToList())
        {
            var at = json.Find(option);
            if (question is not null && question.FindOption(option) is null)
                of.Problem(at, $"Câu hỏi {question.Code} không có phương án “{option}”; các phương án là {string.Join(", ", question.Options.Select(known => known.Code))}.");
            if (PointsOf(of, option, max) is { } given)
                points.Add(new(option, given));
        }

        of.Done();
        return points;
    }
}
