using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads the groups of a set with their criteria (section 5 of the format).</summary>
/// <param name="names">Of all questions.</param>
internal sealed class GroupReader(Fields file, IReadOnlyDictionary<string, QuestionName> names)
{
    private readonly HashSet<string> _criteria = [];

    /// <param name="scale">Full mark of the set; null: it could not be read.</param>
    /// <param name="maximaMayDiffer">Whether the maxima need not add up.</param>
    public List<CriteriaGroup> Read(Points? scale, bool maximaMayDiffer)
    {
        var groups = new List<CriteriaGroup>();
        var codes = new HashSet<string>();
        var sum = (Points?)Points.Zero;
        foreach (var json in file.Array("groups", required: true))
        {
            if (Fields.Of(json, json.TextOf("code") ?? file.Item, file.Problems) is not { } fields)
            {
                sum = null;
                continue;
            }

            var group = Group(fields, codes, maximaMayDiffer, ref sum);
            if (group is not null)
                groups.Add(group);
        }

        if (!maximaMayDiffer && sum is { } found && scale is { } wanted && found != wanted && file.Json.Find("groups") is { } at)
            file.Problem(at, $"Tổng điểm tối đa của các nhóm tính điểm là {found.ToVietnamese()}, khác thang điểm “scale” là {wanted.ToVietnamese()}; hãy sửa cho khớp.");
        return groups;
    }

    private CriteriaGroup? Group(Fields fields, HashSet<string> codes, bool maximaMayDiffer, ref Points? sum)
    {
        var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
        if (code is not null)
            fields.Once(codes, code, "nhóm");
        var name = fields.Text("name", required: true);
        var kind = fields.Has("kind") ? fields.OneOf("kind", [("score", GroupKind.Score), ("adjustment", GroupKind.Adjustment)]) : GroupKind.Score;
        Points? max = null;
        Points? cap = null;
        Points? floor = null;
        if (kind == GroupKind.Adjustment)
        {
            fields.Refuse("max", "nhóm tính điểm (score)");
            (cap, floor) = (fields.Amount("cap"), fields.Amount("floor"));
            if (floor > cap)
                fields.Problem(fields.Json.Find("floor"), $"“floor” ({floor.Value.ToVietnamese()}) lớn hơn “cap” ({cap.Value.ToVietnamese()}); hãy sửa một trong hai.");
        }
        else
        {
            max = fields.Amount("max", required: kind is not null);
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
            if (Fields.Of(json, json.TextOf("code") ?? fields.Item, file.Problems) is not { } of)
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
        if (!maximaMayDiffer && kind == GroupKind.Score && max is not null && criteriaMax is not null && fields.Json.Find("criteria") is { Kind: JsonKind.Array } && max != criteriaMax)
            fields.Problem(
                fields.Json.Find("max"),
                $"Tổng điểm tối đa của các tiêu chí trong nhóm {fields.Item} là {criteriaMax.Value.ToVietnamese()}, khác điểm tối đa của nhóm là {max.Value.ToVietnamese()}; hãy sửa cho khớp.");
        return file.Problems.Any || code is null || kind is null
            ? null
            : new CriteriaGroup { Code = code, Name = name!, Kind = kind.Value, Max = max ?? Points.Zero, Cap = cap, Floor = floor, Criteria = criteria };
    }

    private (Criterion? Criterion, Points? Max) Criterion(Fields fields, bool mayDeduct)
    {
        var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
        var index = _criteria.Count;
        if (code is not null)
            fields.Once(_criteria, code, "tiêu chí");
        var name = fields.Text("name", required: true);
        var max = fields.Amount("max", required: true);
        if (max is { Hundredths: < 0 } && !mayDeduct)
            fields.Problem(fields.Json.Find("max"), "Tiêu chí của nhóm tính điểm không được có điểm tối đa âm; điểm trừ phải đặt trong nhóm adjustment.");
        var most = max is { } points ? Rational.Abs(points.ToRational()) : (Rational?)null;
        var rule = fields.Take("rule", required: true) is { } json
            ? new RuleReader(names, fields.Item, file.Problems).Read(json, code ?? "", most)
            : null;
        var appliesWhen = fields.Expression("appliesWhen", ExpressionType.Boolean, names);
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
}
