using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Attention;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Publications;

/// <summary>What of a result deserves a second look; the scale is 100, so a large change is 5 points and a class is near within 0.5.</summary>
public sealed class ResultAttentionTests
{
    private static readonly CriteriaSet Set = Sets.Of(
        ["""  "code": "A", "type": "integer" """, """ "code": "B", "type": "decimal", "filledBy": "inspector" """],
        (60m, """ "rule": {"kind": "ratio", "value": "A / 10"} """),
        (40m, """ "rule": {"kind": "points", "value": "B"} """));

    private static readonly PublicRecord Quiet = Record(
        Agency("AAA", "70.00", 1, "Khá"),
        Agency("BBB", "64.00", 2, "Trung bình"),
        Agency("CCC", "60.00", 3, "Trung bình"));

    [Fact]
    public void A_result_in_which_nothing_stands_out_has_nothing_to_look_at() => Assert.Empty(Of(Quiet, Inside(Quiet)));

    [Fact]
    public void Who_handed_in_nothing_or_late_is_named()
    {
        var record = Record(Agency("AAA", "70.00", 1, "Khá"), Agency("BBB", null, null, null) with { Timeliness = null, RankingScore = null }, Agency("CCC", "60.00", 2, "Trung bình") with { Timeliness = "b" });
        Assert.Equal([(AttentionKind.NotSubmitted, "BBB"), (AttentionKind.Late, "CCC")], Of(record, Inside(record)).Select(p => (p.Kind, p.Agencies.Single().Code)));
    }

    [Fact]
    public void A_change_is_large_from_a_twentieth_of_the_scale_and_what_inspectors_fill_in_does_not_count()
    {
        // K.1 falls by 5.00 at AAA and by 4.99 at BBB; K.2 is the inspectors' and rises from nothing at everybody.
        var inside = Inside(Quiet, ("AAA", "K.1", "35.00", "30.00", "30.00"), ("BBB", "K.1", "34.99", "30.00", "30.00"), ("AAA", "K.2", "0.00", "40.00", "40.00"), ("BBB", "K.2", "0.00", "34.00", "34.00"), ("CCC", "K.2", "0.00", "30.00", "30.00"));
        var points = Of(Quiet, inside);
        var large = Assert.Single(points, p => p.Kind == AttentionKind.LargeChange);
        Assert.Equal(("AAA", "K.1", "-5.00"), (large.Agencies.Single().Code, large.Criteria.Single(), large.Points!.Value.ToString()));
        // Two of three moved in K.1: more than half. All three in K.2, which is not counted.
        var moved = Assert.Single(points, p => p.Kind == AttentionKind.CriterionMoved);
        Assert.Equal(("K.1", "AAA BBB", "-9.99"), (moved.Criteria.Single(), string.Join(' ', moved.Agencies.Select(a => a.Code)), moved.Points!.Value.ToString()));
        Assert.Equal(2, points.Count);
    }

    [Fact]
    public void A_criterion_in_which_just_half_moved_is_not_named()
    {
        var record = Record(Agency("AAA", "70.00", 1, "Khá"), Agency("BBB", "64.00", 2, "Trung bình"));
        Assert.Empty(Of(record, Inside(record, ("AAA", "K.1", "31.00", "30.00", "30.00"))));
    }

    [Fact]
    public void Declined_explanations_are_named_with_their_criteria()
    {
        var inside = Inside(Quiet);
        inside = inside with
        {
            Agencies = [.. inside.Agencies.Select(a => a.Code != "BBB" ? a : a with { Explanations = [Explanation("K.1", "Declined"), Explanation("K.2", "Accepted"), Explanation("K.1", "Declined")] })],
        };
        var declined = Assert.Single(Of(Quiet, inside));
        Assert.Equal((AttentionKind.Declined, "BBB", "K.1"), (declined.Kind, declined.Agencies.Single().Code, declined.Criteria.Single()));
    }

    [Fact]
    public void Whose_points_moved_though_no_answer_of_his_did_was_moved_by_another()
    {
        var inside = Inside(Quiet, ("CCC", "K.1", "30.00", "30.00", "29.00"), ("AAA", "K.1", "30.00", "30.00", "31.00"), ("AAA", "K.2", "30.00", "30.00", "29.50"));
        // AAA's own value of K.1 was changed by an accepted explanation, that of K.2 was not; CCC's stayed.
        inside = inside with { Agencies = [.. inside.Agencies.Select(a => a.Code == "AAA" ? a with { Answers = [new InternalAnswer("A", "5", "5", null, "6", "Đúng")] } : a)] };
        var moved = Of(Quiet, inside).Where(p => p.Kind == AttentionKind.MovedByOthers);
        Assert.Equal([("AAA", "K.2", "-0.50"), ("CCC", "K.1", "-1.00")], moved.Select(p => (p.Agencies.Single().Code, p.Criteria.Single(), p.Points!.Value.ToString())));
    }

    [Theory]
    [InlineData("79.51", "0.49", "Tốt")]
    [InlineData("79.50", null, null)]
    [InlineData("80.00", null, null)]
    [InlineData("64.99", "0.01", "Khá")]
    public void A_class_is_near_within_less_than_a_two_hundredth_of_the_scale(string score, string? missing, string? name)
    {
        var record = Record(Agency("AAA", score, 1, "x"));
        var near = Of(record, Inside(record)).SingleOrDefault(p => p.Kind == AttentionKind.NearClass);
        Assert.Equal((missing, name), (near?.Points?.ToString(), near?.Class));
    }

    [Fact]
    public void Ties_are_named_block_by_block()
    {
        var record = Record(Agency("AAA", "70.00", 1, "Khá"), Agency("BBB", "70.00", 1, "Khá"), Agency("CCC", "70.00", 1, "Khá") with { Block = "H" });
        var tie = Assert.Single(Of(record, Inside(record)));
        Assert.Equal((AttentionKind.Tie, "AAA BBB", 1, "70.00"), (tie.Kind, string.Join(' ', tie.Agencies.Select(a => a.Code)), tie.Places, tie.Points!.Value.ToString()));
    }

    [Fact]
    public void A_rank_that_moved_by_five_places_in_the_same_block_is_named_the_largest_first()
    {
        var before = Record(Agency("AAA", "70.00", 6, "Khá"), Agency("BBB", "64.00", 6, "Khá"), Agency("OLD", "60.00", 10, "Khá"));
        var shifts = Of(Quiet, Inside(Quiet), before);
        // AAA from 6 to 1, BBB from 6 to 2 (four places only), CCC from 10, where its predecessor stood, to 3.
        Assert.Equal([("CCC", 7), ("AAA", 5)], shifts.Select(p => (p.Agencies.Single().Code, p.Places!.Value)));
        var elsewhere = before with { Agencies = [.. before.Agencies.Select(a => a with { Block = "H" })] };
        Assert.Empty(Of(Quiet, Inside(Quiet), elsewhere));
    }

    [Fact]
    public void A_stage_move_counts_up_and_down_and_leaves_out_who_has_no_points()
    {
        var move = StageMove.Of([("10.00", "8.50"), ("3.00", "3.00"), (null, "4.00"), ("1.00", "2.25")]);
        Assert.Equal((1, 1, 2, "-0.25", false), (move.Down, move.Up, move.Moved, move.Sum.ToString(), move.IsNone));
        Assert.True(StageMove.Of([("3.00", "3.00")]).IsNone);
    }

    private static IReadOnlyList<AttentionPoint> Of(PublicRecord record, InternalRecord inside, PublicRecord? before = null) => ResultAttention.Of(record, inside, Set, before, new AgencyLineage([("CCC", "OLD")]));

    private static InternalExplanation Explanation(string criterion, string state) => new(criterion, "Lời", state, "Lý do", 1, 2, 3);

    private static PublicRecord Record(params RecordAgency[] agencies) => new(
        PublicRecord.FormatName,
        null,
        "final",
        new RecordCriteriaSet(
            "THU", 1, "Bộ", "00", "100.00",
            [new RecordGroup("K", "Nhóm", "score", "100.00", [new RecordCriterion("K.1", "Một", "60.00", "Tỷ lệ", null, null), new RecordCriterion("K.2", "Hai", "40.00", "Điểm", null, null)])],
            [new RecordClass("Tốt", "0.8"), new RecordClass("Khá", "0.65"), new RecordClass("Trung bình", "0.5"), new RecordClass("Yếu", "0")]),
        new RecordPeriod("p", 2026, "Kỳ", "2026-01-01", "2026-12-31", "hết ngày 1", false),
        [new RecordBlock("S", "Sở"), new RecordBlock("H", "Huyện")],
        agencies);

    private static RecordAgency Agency(string code, string? score, int? rank, string? level) => new(
        code, code, "S", true, null, "a", null, score ?? "0.00", "100.00", score, rank, level, [],
        [new RecordCriterionScore("K.1", "30.00", "60.00", true, null), new RecordCriterionScore("K.2", "30.00", "40.00", true, null)]);

    /// <summary>Nothing moved, but for the criteria that are given.</summary>
    private static InternalRecord Inside(PublicRecord record, params (string Agency, string Criterion, string Self, string Verified, string Final)[] moved) => new(
        InternalRecord.FormatName,
        "00",
        [
            .. record.Agencies.Select(a =>
            {
                List<InternalCriterion> criteria = [.. a.Criteria.Select(c => moved.FirstOrDefault(m => m.Agency == a.Code && m.Criterion == c.Code) is { Self: not null } m
                    ? new InternalCriterion(c.Code, m.Self, m.Verified, m.Final, null, null, null)
                    : new InternalCriterion(c.Code, c.Points, c.Points, c.Points, null, null, null))];
                return new InternalAgency(a.Code, Sum(criteria, c => c.Self), Sum(criteria, c => c.Verified), Sum(criteria, c => c.Final), criteria, [new InternalAnswer("A", "5", "5", null, "5", null)], []);
            }),
        ],
        []);

    private static string Sum(IEnumerable<InternalCriterion> criteria, Func<InternalCriterion, string?> stage) => criteria.Aggregate(Points.Zero, (sum, c) => sum + Points.Parse(stage(c)!)).ToString();
}
