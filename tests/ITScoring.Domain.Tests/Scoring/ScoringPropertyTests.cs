using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

public sealed class ScoringPropertyTests
{
    private static readonly string[] Ratios =
    [
        """ "rule": {"kind": "ratio", "value": "A / B"} """,
        """ "rule": {"kind": "norm", "value": "A / B", "norm": 0.7, "floor": 0.2} """,
        """ "rule": {"kind": "bestOfCohort", "value": "A / B"} """,
        """ "rule": {"kind": "bands", "value": "A / B", "bands": [{"above": 0.9, "points": 10}, {"from": 0.5, "points": 6.5}, {"above": 0, "points": 0.5}]} """,
        """ "rule": {"kind": "count", "value": "A / B", "each": 1.25} """,
        """ "rule": {"kind": "points", "value": "A / B"} """,
        """ "rule": {"kind": "sum", "of": [{"kind": "ratio", "value": "A / B", "max": 6}, {"kind": "bestOfCohort", "value": "A / B", "max": 4}]} """,
        """ "rule": {"kind": "best", "of": [{"kind": "ratio", "value": "A / B", "max": 6}, {"kind": "norm", "value": "A / B", "norm": 3, "max": 10}]} """,
    ];

    private static readonly CriteriaSet RatioSet = Sets.Of(
        [""" "code": "A", "type": "integer" """, """ "code": "B", "type": "decimal", "digits": 3 """], [.. Ratios.Select(rule => (10m, rule))]);

    [Fact]
    public void Raising_A_or_lowering_a_positive_B_never_lowers_the_points_for_A_over_B() => Gen.Select(
        Gen.Int[0, 200], Gen.Int[1, 200_000], Gen.Int[0, 100], Gen.Int[0, 200_000], Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 3])
        .Sample((a, b, more, less, others) =>
        {
            var lower = Math.Max(1, b - less);
            var before = Points(a, b);
            foreach (var after in new[] { Points(a + more, b), Points(a, lower), Points(a + more, lower) })
                Assert.All(before.Zip(after), pair => Assert.True(pair.First <= pair.Second, $"A={a}, B={b}: {pair.First} > {pair.Second}"));

            IReadOnlyList<Points> Points(int x, int thousandths)
            {
                CohortAgency Agency(string code, int m, decimal d) =>
                    Sets.Agency(RatioSet, code, $$"""{"A": {{m}}, "B": {{d.ToString(CultureInfo.InvariantCulture)}}}""");
                var cohort = new Cohort([Agency("X", x, thousandths / 1000m), .. others.Select((other, i) => Agency($"O{i}", other.Item1, other.Item2))]);
                return [.. Scorer.Score(RatioSet, cohort).Sheets[0].Criteria.Select(criterion => criterion.Points!.Value)];
            }
        }, iter: 1000);

    [Fact]
    public void Points_of_every_kind_are_between_0_and_max() => Gen.Select(RandomSets.Set, RandomSets.Agencies).Sample((set, agencies) =>
    {
        foreach (var criterion in Scorer.Score(set, RandomSets.Cohort(set, agencies)).Sheets.SelectMany(sheet => sheet.Criteria))
        {
            var (low, high) = criterion.Max < Points.Zero ? (criterion.Max, Points.Zero) : (Points.Zero, criterion.Max);
            Assert.Equal(criterion.Applicable, criterion.Points is not null);
            if (criterion.Points is { } points)
                Assert.True(low <= points && points <= high, $"{criterion.Code}: {points} of {criterion.Max}");
        }
    }, iter: 2000);

    [Fact]
    public void One_more_agency_never_raises_anothers_best_of_cohort_points() => Gen.Select(
        RandomSets.NumberExpression, RandomSets.Condition, RandomSets.Agencies, RandomSets.Answers).Sample((value, condition, agencies, more) =>
    {
        var set = Sets.Of(RandomSets.Questions, (10m, $$"""
            "rule": {"kind": "bestOfCohort", "value": "{{value}}"}, "appliesWhen": "{{condition.Replace("\"", "\\\"", StringComparison.Ordinal)}}"
            """));
        var before = Scorer.Score(set, RandomSets.Cohort(set, agencies)).Sheets;
        var larger = agencies.DeepClone().AsArray();
        larger.Add(new JsonObject { ["code"] = "MORE", ["block"] = "Khối 1", ["answers"] = more!.DeepClone() });
        var after = Scorer.Score(set, RandomSets.Cohort(set, larger)).Sheets;
        Assert.All(before.Zip(after), pair =>
            Assert.True((pair.Second.Criterion("K.1").Points ?? Points.Zero) <= (pair.First.Criterion("K.1").Points ?? Points.Zero)));
    }, iter: 2000);

    [Fact]
    public void The_order_of_agencies_and_answers_is_irrelevant() => Gen.Select(RandomSets.Set, RandomSets.Agencies, Gen.Int).Sample((set, agencies, seed) =>
    {
        var random = new Random(seed);
        var shuffled = agencies.DeepClone().AsArray();
        foreach (var agency in shuffled)
        {
            if (agency!["answers"] is not JsonObject answers)
                continue;
            var members = answers.ToArray();
            random.Shuffle(members);
            answers.Clear();
            foreach (var (code, answer) in members)
                answers.Add(code, answer);
        }

        var items = shuffled.ToArray();
        random.Shuffle(items);
        shuffled.Clear();
        foreach (var item in items)
            shuffled.Add(item);

        Assert.Equal(ByAgency(set, agencies), ByAgency(set, shuffled));
    }, iter: 1000);

    [Fact]
    public void Totals_are_sums_of_the_numbers_shown() => Gen.Select(RandomSets.Set, RandomSets.Agencies).Sample((set, agencies) =>
    {
        var result = JsonNode.Parse(ResultFile.Write(Scorer.Score(set, RandomSets.Cohort(set, agencies))))!;
        foreach (var sheet in result["agencies"]!.AsArray())
        {
            var criteria = sheet!["criteria"]!.AsArray();
            var main = criteria.Where(criterion => ((string)criterion!["code"]!)[0] == 'K').ToList();
            var deduction = criteria.Single(criterion => ((string)criterion!["code"]!)[0] == 'T');
            var sum = main.Sum(criterion => Number(criterion!["points"]));
            var most = main.Where(criterion => (bool)criterion!["applicable"]!).Sum(criterion => Number(criterion!["max"]));
            Assert.Equal(sum, Number(sheet["groups"]![0]!["points"]));
            Assert.Equal(most, Number(sheet["groups"]![0]!["applicableMax"]));
            Assert.Equal(most, Number(sheet["applicableMax"]));
            var adjustment = Number(sheet["groups"]![1]!["points"]);
            var group = set.Groups[1];
            var expected = Number(deduction!["points"]);
            expected = group.Cap is { } cap ? Math.Min(expected, cap.Hundredths / 100m) : expected;
            expected = group.Floor is { } floor ? Math.Max(expected, floor.Hundredths / 100m) : expected;
            Assert.Equal(expected, adjustment);
            Assert.Equal(Math.Clamp(sum + adjustment, 0, most), Number(sheet["total"]));
            if (most == 0)
                Assert.Null(sheet["rankingScore"]);
        }
    }, iter: 1000);

    [Fact]
    public void Scoring_twice_gives_the_same_bytes() => Gen.Select(RandomSets.Set, RandomSets.Agencies).Sample((set, agencies) =>
    {
        var cohort = RandomSets.Cohort(set, agencies);
        Assert.Equal(ResultFile.Write(Scorer.Score(set, cohort)), ResultFile.Write(Scorer.Score(set, cohort)));
    }, iter: 500);

    [Fact]
    public void A_rank_is_one_more_than_the_number_of_better_ones_in_the_block() => Gen.Select(RandomSets.Set, RandomSets.Agencies).Sample((set, agencies) =>
    {
        var cohort = RandomSets.Cohort(set, agencies);
        var sheets = Scorer.Score(set, cohort).Sheets;
        var takesPart = sheets.Where((sheet, i) => cohort.Agencies[i].Ranked && cohort.Agencies[i].Answers is not null && sheet.RankingScore is not null).ToList();
        Assert.All(sheets.Except(takesPart), sheet => Assert.Null(sheet.Rank));
        Assert.All(takesPart, sheet => Assert.Equal(
            1 + takesPart.Count(other => other.Block == sheet.Block && other.RankingScore > sheet.RankingScore), sheet.Rank));
    }, iter: 1000);

    private static decimal Number(JsonNode? points) => points is null ? 0 : decimal.Parse((string)points!, CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> ByAgency(CriteriaSet set, JsonArray agencies) =>
        [.. JsonNode.Parse(ResultFile.Write(Scorer.Score(set, RandomSets.Cohort(set, agencies))))!["agencies"]!.AsArray()
            .Select(sheet => sheet!.ToJsonString()).Order(StringComparer.Ordinal)];
}
