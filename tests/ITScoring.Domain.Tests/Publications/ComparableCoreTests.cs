using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Publications;

public sealed class ComparableCoreTests
{
    private static readonly RecordCriteriaSet Then = Set(("I.1", "Máy tính", "20.00", "Tỷ lệ"), ("I.2", "Mạng", "10.00", "Có"), ("I.3", "Chữ ký số", "10.00", "Có"), ("I.4", "Phòng máy", "8.00", "Có"), ("I.5", "Fax", "5.00", "Có"));
    private static readonly RecordCriteriaSet Now = Set(("I.1", "Máy  tính", "20.00", "Tỷ lệ"), ("I.2", "Mạng", "15.00", "Có"), ("I.3", "Chữ ký số", "10.00", "Theo mức"), ("I.4", "Đám mây", "8.00", "Có"), ("I.6", "Dữ liệu mở", "5.00", "Có"));

    [Fact]
    public void Only_the_same_code_name_maximum_and_rule_is_comparable_and_all_else_says_why()
    {
        var core = ComparableCore.Of(Then, Now);

        // Two spaces make no other name.
        Assert.Equal(["I.1"], core.Core.Select(p => p.Code));
        Assert.Equal(
            [("I.2", CriterionTie.OtherMax), ("I.3", CriterionTie.OtherRule), ("I.4", CriterionTie.Renamed), ("I.6", CriterionTie.Added), ("I.5", CriterionTie.Dropped)],
            core.Others.Select(p => (p.Code, p.Tie)));
        Assert.Equal("20.00", core.Max.ToString());
    }

    [Fact]
    public void A_set_is_comparable_with_itself()
    {
        var core = ComparableCore.Of(Now, Now);
        Assert.Empty(core.Others);
        Assert.Equal("58.00", core.Max.ToString());
    }

    [Fact]
    public void An_agencys_core_is_what_applied_to_it_in_both_years()
    {
        var core = ComparableCore.Of(Now, Now);
        var score = core.Score(Agency(true, ("I.1", "12.50", true), ("I.2", "15.00", true), ("I.3", null, false)), Agency(true, ("I.1", "10.25", true), ("I.2", null, false), ("I.3", "9.00", true)))!;

        // By hand: only I.1 applied twice, 12,50 then and 10,25 now.
        Assert.Equal(("12.50", "10.25", "-2.25", 1), (score.Then.ToString(), score.Now.ToString(), score.Change.ToString(), score.Criteria));
        Assert.Equal(Points.Parse("20"), score.Max);
    }

    [Fact]
    public void Whoever_handed_in_nothing_in_one_year_is_not_compared()
    {
        var core = ComparableCore.Of(Now, Now);
        Assert.Null(core.Score(Agency(false, ("I.1", "0.00", true)), Agency(true, ("I.1", "10.25", true))));
        Assert.Null(core.Score(Agency(true, ("I.1", "1.00", true)), Agency(false, ("I.1", "0.00", true))));
        Assert.Null(core.Score(Agency(true, ("I.1", null, false)), Agency(true, ("I.1", "10.25", true))));
    }

    [Fact]
    public void Adjustments_are_no_part_of_it()
    {
        var set = Now with { Groups = [.. Now.Groups, new RecordGroup("+", "Điểm cộng", "adjustment", "0.00", [new RecordCriterion("C.1", "Sáng kiến", "5.00", "Có", null, null)])] };
        Assert.DoesNotContain(ComparableCore.Of(set, set).Pairs, p => p.Code == "C.1");
    }

    private static RecordCriteriaSet Set(params (string Code, string Name, string Max, string Rule)[] criteria) => new(
        "X", 1, "Bộ", "00", "100.00", [new RecordGroup("I", "Nhóm", "score", "100.00", [.. criteria.Select(c => new RecordCriterion(c.Code, c.Name, c.Max, c.Rule, null, null))])], []);

    private static RecordAgency Agency(bool submitted, params (string Code, string? Points, bool Applies)[] scores) => new(
        "A", "A", "K", true, null, submitted ? "a" : null, null, "0.00", "0.00", null, null, null, [],
        [.. scores.Select(s => new RecordCriterionScore(s.Code, s.Points, Now.Groups[0].Criteria.First(c => c.Code == s.Code).Max, s.Applies, null))]);
}
