using System.Text.Json.Nodes;
using CsCheck;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

/// <summary>Random expressions, rules and answers over one fixed questionnaire.</summary>
internal static class RandomSets
{
    public static readonly string[] Questions =
    [
        """ "code": "A", "type": "integer" """,
        """ "code": "B", "type": "integer" """,
        """ "code": "S", "type": "decimal" """,
        """ "code": "Y", "type": "yesNo" """,
        """ "code": "N", "type": "yesNo" """,
        """ "code": "C", "type": "choice", "askWhen": "A >= 0", "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}, {"code": "c", "text": "Ba"}] """,
        """ "code": "M", "type": "multi", "askWhen": "not N", "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}, {"code": "c", "text": "Ba"}] """,
        """ "code": "R", "type": "rows", "columns": [{"code": "x", "text": "Tên", "type": "text"}] """,
        """ "code": "T", "type": "text" """,
    ];

    private static readonly Gen<string> Cents = Gen.Int[0, 1000].Select(cents => (cents / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));

    public static readonly Gen<string> NumberExpression = Gen.Recursive<string>((depth, inner) => depth >= 3
        ? Gen.OneOf<string>(Gen.OneOf<string>("A", "B", "S", "count(M)", "count(R)", "previous(A)", "previous(S)"), Cents)
        : Gen.OneOf<string>(
            Gen.OneOf<string>("A", "B", "S", "count(M)", "count(R)", "previous(A)"),
            Gen.Select(inner, Gen.OneOf<string>("+", "-", "*", "/", "/"), inner).Select((a, sign, b) => $"({a} {sign} {b})"),
            Gen.Select(Gen.OneOf<string>("min", "max"), inner, inner).Select((f, a, b) => $"{f}({a}, {b})"),
            inner.Select(a => $"abs({a})"),
            inner.Select(a => $"-({a})")));

    public static readonly Gen<string> Condition = Gen.Recursive<string>((depth, inner) => depth >= 2
        ? Leaf()
        : Gen.OneOf<string>(
            Leaf(),
            Gen.Select(inner, Gen.OneOf<string>("and", "or"), inner).Select((a, word, b) => $"({a} {word} {b})"),
            Gen.Select(inner, Gen.OneOf<string>("=", "!="), inner).Select((a, sign, b) => $"(({a}) {sign} ({b}))"),
            inner.Select(a => $"not ({a})")));

    public static readonly Gen<JsonObject?> Answers = Gen.Select(
        Gen.Int[-3, 60].Nullable(), Gen.Int[0, 40].Nullable(), Gen.Int[0, 5000].Nullable(), Gen.Bool.Nullable(), Gen.Bool.Nullable(),
        Gen.OneOf<string?>((string?)null, "a", "b", "c"), Gen.Int[-1, 7], Gen.Int[-1, 5]).Select((a, b, s, y, n, c, m, r) =>
        {
            var answers = new JsonObject { ["A"] = a, ["B"] = b, ["Y"] = y, ["N"] = n, ["C"] = c };
            if (s is { } hundredths)
                answers["S"] = JsonNode.Parse((hundredths / 100m).ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (m >= 0)
                answers["M"] = new JsonArray([.. new[] { "a", "b", "c" }.Where((_, i) => (m >> i & 1) == 1).Select(option => (JsonNode)option)]);
            if (r >= 0)
                answers["R"] = new JsonArray([.. Enumerable.Range(0, r).Select(i => new JsonObject { ["x"] = $"Dòng {i}" })]);
            return (JsonObject?)answers;
        });

    public static readonly Gen<JsonArray> Agencies = Gen.Select(
        Answers, Gen.Int[0, 9], Gen.Int[0, 2], Gen.Bool, Gen.Int[1, 30].Nullable()).Array[1, 7].Select(agencies => new JsonArray([.. agencies.Select(
            (agency, i) => new JsonObject
            {
                ["code"] = $"X{i}",
                ["block"] = $"Khối {agency.Item3}",
                ["ranked"] = agency.Item4 || i == 0,
                ["answers"] = agency.Item2 == 0 ? null : agency.Item1!.DeepClone(),
                ["previous"] = agency.Item5 is { } previous ? new JsonObject { ["A"] = previous } : null,
            })]));

    /// <summary>A rule of any kind for the given max; parts of parts at most two deep.</summary>
    public static Gen<JsonObject> Rule(decimal max, int depth = 0)
    {
        var points = Gen.Int[0, (int)(max * 1000)].Select(thousandths => thousandths / 1000m);
        var simple = Gen.OneOf<JsonObject>(
            NumberExpression.Select(value => new JsonObject { ["kind"] = "ratio", ["value"] = value }),
            NumberExpression.Select(value => new JsonObject { ["kind"] = "bestOfCohort", ["value"] = value }),
            NumberExpression.Select(value => new JsonObject { ["kind"] = "points", ["value"] = value }),
            Gen.Select(NumberExpression, Gen.Int[1, 500], Gen.Int[-100, 100].Nullable()).Select((value, norm, floor) =>
            {
                var rule = new JsonObject { ["kind"] = "norm", ["value"] = value, ["norm"] = norm / 100m };
                if (floor is { } least)
                    rule["floor"] = least / 10m;
                return rule;
            }),
            Gen.Select(NumberExpression, Gen.Int[-200, 200].HashSet[1, 4], points.Array[4], Gen.Bool.Array[4]).Select((value, limits, given, above) => new JsonObject
            {
                ["kind"] = "bands",
                ["value"] = value,
                ["bands"] = new JsonArray([.. limits.OrderDescending().Select((limit, i) => new JsonObject { [above[i] ? "above" : "from"] = limit / 10m, ["points"] = given[i] })]),
            }),
            Gen.Select(Condition, points.Nullable()).Select((value, given) =>
            {
                var rule = new JsonObject { ["kind"] = "yesNo", ["value"] = value };
                if (given is { } some)
                    rule["points"] = some;
                return rule;
            }),
            Gen.Select(points, points).Select((a, c) => new JsonObject
            { ["kind"] = "choice", ["question"] = "C", ["points"] = new JsonObject { ["a"] = a, ["c"] = c } }),
            points.Select(all => new JsonObject { ["kind"] = "checklist", ["question"] = "M", ["each"] = decimal.Floor(all / 3m * 1000m) / 1000m }),
            Gen.Select(points, points).Select((a, b) => new JsonObject
            { ["kind"] = "checklist", ["question"] = "M", ["points"] = new JsonObject { ["a"] = Math.Min(a, max - Math.Min(b, max)), ["c"] = Math.Min(b, max) } }),
            Gen.Select(NumberExpression, points).Select((value, each) => new JsonObject { ["kind"] = "count", ["value"] = value, ["each"] = each }),
            Gen.Select(Condition, points).Array[1, 3].Select(cases => new JsonObject
            {
                ["kind"] = "cases",
                ["cases"] = new JsonArray([.. cases.Select(one => new JsonObject { ["when"] = one.Item1, ["points"] = one.Item2 })]),
            }));
        if (depth >= 2)
            return simple;
        var parts = Gen.Int[0, 100].SelectMany(hundredths => Rule(max * hundredths / 100m, depth + 1).Select(part =>
        {
            part["max"] = max * hundredths / 100m;
            return part;
        })).Array[1, 3];
        var nested = Gen.Select(Gen.OneOf<string>("sum", "best"), parts).Select((kind, of) => new JsonObject { ["kind"] = kind, ["of"] = new JsonArray([.. of]) });
        return Gen.Frequency<JsonObject>((4, (IGen<JsonObject>)simple), (1, nested));
    }

    /// <summary>A set with one score group and perhaps a deduction, with random rules and conditions.</summary>
    public static readonly Gen<CriteriaSet> Set = Gen.Select(
        Gen.Int[1, 5000].SelectMany(cents => Gen.Select(Gen.Const(cents / 100m), Rule(cents / 100m), Condition.Null())).Array[1, 5],
        Gen.Select(Rule(7.5m), Gen.Int[-800, 0].Nullable(), Gen.Int[0, 300].Nullable())).Select((criteria, deduction) =>
        {
            var json = JsonNode.Parse(Sets.Json(Questions, criteria.Select(criterion =>
                (criterion.Item1, $"\"rule\": {criterion.Item2.ToJsonString()}" + (criterion.Item3 is { } when ? $", \"appliesWhen\": \"{when.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : "")))))!;
            var group = new JsonObject
            {
                ["code"] = "TRU",
                ["name"] = "Điểm trừ",
                ["kind"] = "adjustment",
                ["criteria"] = new JsonArray(new JsonObject { ["code"] = "TRU.1", ["name"] = "Trừ", ["max"] = -7.5m, ["rule"] = deduction.Item1.DeepClone() }),
            };
            if (deduction.Item2 is { } floor)
                group["floor"] = floor / 100m;
            if (deduction.Item3 is { } cap)
                group["cap"] = cap / 100m;
            json["groups"]!.AsArray().Add(group);
            json["classes"] = JsonNode.Parse("""[{"name": "Tốt", "from": 0.8}, {"name": "Khá", "from": 0.5}, {"name": "Yếu", "from": 0}]""");
            return Sets.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        });

    public static Cohort Cohort(CriteriaSet set, JsonArray agencies) => Sets.ReadCohort(
        set, System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["format"] = "itscoring/cohort/1", ["agencies"] = agencies.DeepClone() }.ToJsonString()));

    private static Gen<string> Leaf() => Gen.OneOf<string>(
        Gen.OneOf<string>("Y", "N", "true", "answered(C)", "answered(T)", "answered(M)", "has(M, \"b\")", "C = \"a\"", "C != \"b\"", "\"c\" = C", "C = C"),
        Gen.Select(Gen.OneOf<string>("A", "B", "A / B", "previous(A)", "count(M)", "S - 1"), Gen.OneOf<string>("=", "!=", "<", "<=", ">", ">="), Gen.Int[0, 30])
            .Select((a, sign, b) => $"{a} {sign} {b}"));
}
