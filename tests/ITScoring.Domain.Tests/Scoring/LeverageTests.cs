using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

/// <summary>What the others would get without the agency that holds the best; the cohorts are worked by hand.</summary>
public sealed class LeverageTests
{
    private static readonly CriteriaSet Set = Sets.Of(
        [""" "code": "A", "type": "integer" """, """ "code": "B", "type": "integer" """],
        (10, """ "rule": {"kind": "bestOfCohort", "value": "A / B"} """),
        (10, """ "rule": {"kind": "ratio", "value": "A / B"} """),
        (10, """ "rule": {"kind": "sum", "of": [{"kind": "bestOfCohort", "value": "A / B", "max": 4}, {"kind": "bestOfCohort", "value": "B", "max": 6}]} """));

    [Fact]
    public void Without_the_best_the_others_of_its_block_are_measured_by_the_next()
    {
        // 40/10 = 4 is the best: Y has 2/4 of 10, Z 1/4. Without X 2 is the best: Y 10 (+5), Z 5 (+2,5). W stands alone in another block.
        var found = Of("K.1", ("X", 40, 10, "Khối"), ("Y", 20, 10, "Khối"), ("Z", 10, 10, "Khối"), ("W", 1, 10, "Khối 2"));

        Assert.Equal(["X", "W"], found.Select(l => l.AgencyCode));
        Assert.Equal([("Y", Points(5), Points(10)), ("Z", Points(2.5m), Points(5))], found[0].Changes.Select(c => (c.AgencyCode, c.Now, c.Then)));
        Assert.Equal((Points(7.5m), Points(5), false), (found[0].Total, found[0].Greatest, found[0].IsShared));
        Assert.Empty(found[1].Changes);
        Assert.Equal((Domain.Scoring.Points.Zero, Domain.Scoring.Points.Zero), (found[1].Total, found[1].Greatest));
    }

    [Fact]
    public void A_best_that_two_hold_stands_without_one_of_them()
    {
        var found = Of("K.1", ("X", 40, 10), ("Y", 80, 20), ("Z", 10, 10));

        Assert.Equal([("X", true), ("Y", true)], found.Select(l => (l.AgencyCode, l.IsShared)));
        Assert.All(found, l => Assert.Empty(l.Changes));
    }

    [Fact]
    public void Each_part_of_a_rule_may_have_a_best_of_its_own()
    {
        // A / B: X 4, Y 2, Z 1. B: X 10, Y 10, Z 30. X has 4 + 2 = 6, Y 2 + 2 = 4, Z 1 + 6 = 7.
        // Without X: Y 4 + 2 = 6 (+2), Z 2 + 6 = 8 (+1). Without Z: X 4 + 6 = 10 (+4), Y 2 + 6 = 8 (+4).
        var found = Of("K.3", ("X", 40, 10), ("Y", 20, 10), ("Z", 30, 30));

        Assert.Equal(["X", "Z"], found.Select(l => l.AgencyCode));
        Assert.Equal([("Y", Points(2)), ("Z", Points(1))], found[0].Changes.Select(c => (c.AgencyCode, c.By)));
        Assert.Equal([("X", Points(4)), ("Y", Points(4))], found[1].Changes.Select(c => (c.AgencyCode, c.By)));
    }

    [Fact]
    public void A_criterion_that_compares_with_no_best_gives_nobody_leverage() => Assert.Empty(Of("K.2", ("X", 40, 10), ("Y", 20, 10)));

    [Fact]
    public void A_best_of_nothing_is_no_best() => Assert.Empty(Of("K.1", ("X", 0, 10), ("Y", 0, 10)));

    [Fact]
    public void Changes_of_agencies_that_may_not_be_seen_are_left_out_of_the_sum()
    {
        var found = Of("K.1", ("X", 40, 10), ("Y", 20, 10), ("Z", 10, 10))[0].Among(new HashSet<string> { "Z" });

        Assert.Equal((Points(2.5m), Points(2.5m)), (found.Total, found.Greatest));
    }

    [Theory]
    [InlineData("K.1", "A / B", false, "4")]
    [InlineData("K.2", "A / B", true, "4")]
    [InlineData("K.3", null, false, null)]
    public void A_rule_with_one_value_measures_by_it(string criterion, string? measure, bool share, string? value)
    {
        Assert.Equal((measure, share), (Set.FindCriterion(criterion)!.Rule.Measure?.Source, Set.FindCriterion(criterion)!.Rule.MeasuresShare));
        Assert.Equal(value, Sets.Score(Set, """{"A": 40, "B": 10}""").Criterion(criterion).Measure?.ToString());
        Assert.Null(Sets.Score(Set, """{"A": 40}""").Criterion(criterion).Measure);
    }

    private static IReadOnlyList<LeverageOfBest> Of(string criterion, params (string Code, int A, int B, string Block)[] agencies) => Leverage.Of(
        Set,
        new Cohort([.. agencies.Select(a => Sets.Agency(Set, a.Code, $$"""{"A": {{a.A}}, "B": {{a.B}}}""") with { Block = a.Block })]),
        Set.FindCriterion(criterion)!);

    private static IReadOnlyList<LeverageOfBest> Of(string criterion, params (string Code, int A, int B)[] agencies) => Of(criterion, [.. agencies.Select(a => (a.Code, a.A, a.B, "Khối"))]);

    private static Points Points(decimal points) => new((long)(points * 100));
}
