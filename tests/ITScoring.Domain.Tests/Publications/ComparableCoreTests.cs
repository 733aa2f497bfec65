using ITScoring.Domain.Accounts;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Publications;

public sealed class ComparableCoreTests
{
    private static readonly RecordCriteriaSet Then = Set(("I.1", "Máy tính", "20.00", "Tỷ lệ"), ("I.2", "Mạng", "10.00", "Có"), ("I.3", "Chữ ký số", "10.00", "Có"), ("I.4", "Phòng máy", "8.00", "Có"), ("I.5", "Fax", "5.00", "Có"));
    private static readonly RecordCriteriaSet Now = Set(("I.1", "Máy  tính", "20.00", "Tỷ lệ"), ("I.2", "Mạng", "15.00", "Có"), ("I.3", "Chữ ký số", "10.00", "Theo mức"), ("I.4", "Đám mây", "8.00", "Có"), ("I.6", "Dữ liệu mở", "5.00", "Có")) with { Version = 2 };

    [Fact]
    public void Only_the_same_code_name_maximum_and_rule_is_comparable_and_all_else_says_why()
    {
        var core = ComparableCore.Of(Then, Now, []);

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
        var core = ComparableCore.Of(Now, Now, []);
        Assert.Empty(core.Others);
        Assert.Equal("58.00", core.Max.ToString());
    }

    [Fact]
    public void An_agencys_core_is_what_applied_to_it_in_both_years()
    {
        var core = ComparableCore.Of(Now, Now, []);
        var score = core.Score(Agency(true, ("I.1", "12.50", true), ("I.2", "15.00", true), ("I.3", null, false)), Agency(true, ("I.1", "10.25", true), ("I.2", null, false), ("I.3", "9.00", true)))!;

        // By hand: only I.1 applied twice, 12,50 then and 10,25 now.
        Assert.Equal(("12.50", "10.25", "-2.25", 1), (score.Then.ToString(), score.Now.ToString(), score.Change.ToString(), score.Criteria));
        Assert.Equal(Points.Parse("20"), score.Max);
    }

    [Fact]
    public void Whoever_handed_in_nothing_in_one_year_is_not_compared()
    {
        var core = ComparableCore.Of(Now, Now, []);
        Assert.Null(core.Score(Agency(false, ("I.1", "0.00", true)), Agency(true, ("I.1", "10.25", true))));
        Assert.Null(core.Score(Agency(true, ("I.1", "1.00", true)), Agency(false, ("I.1", "0.00", true))));
        Assert.Null(core.Score(Agency(true, ("I.1", null, false)), Agency(true, ("I.1", "10.25", true))));
    }

    [Fact]
    public void Adjustments_are_no_part_of_it()
    {
        var set = Now with { Groups = [.. Now.Groups, new RecordGroup("+", "Điểm cộng", "adjustment", "0.00", [new RecordCriterion("C.1", "Sáng kiến", "5.00", "Có", null, null)])] };
        Assert.DoesNotContain(ComparableCore.Of(set, set, []).Pairs, p => p.Code == "C.1");
    }

    [Fact]
    public void A_linked_criterion_is_comparable_though_code_name_or_rule_changed()
    {
        // I.3's rule changed, and what was I.5 is now I.6.
        List<CriterionLink> links = [];
        links.Add(Linked("I.3", "I.3", links));
        links.Add(Linked("I.5", "I.6", links));
        var core = ComparableCore.Of(Then, Now, links);

        Assert.Equal([("I.1", "I.1"), ("I.3", "I.3"), ("I.6", "I.5")], core.Core.Select(p => (p.Now!.Code, p.Then!.Code)));
        Assert.Equal([("I.2", CriterionTie.OtherMax), ("I.4", CriterionTie.Renamed)], core.Others.Select(p => (p.Code, p.Tie)));
        Assert.Equal("Cùng nội dung", core.Core.Last().Link!.Reason);
        // By hand: I.6 now, 4,00, against I.5 then, 3,00; I.3 did not apply then.
        var then = Agency(true, ("I.1", "12.50", true), ("I.3", null, false)) with { };
        then = then with { Criteria = [.. then.Criteria, new RecordCriterionScore("I.5", "3.00", "5.00", true, null)] };
        var score = core.Score(then, Agency(true, ("I.1", "10.25", true), ("I.3", "9.00", true), ("I.6", "4.00", true)))!;
        Assert.Equal(("15.50", "14.25", "25.00", 2), (score.Then.ToString(), score.Now.ToString(), score.Max.ToString(), score.Criteria));
    }

    [Fact]
    public void A_code_that_was_linked_to_another_is_no_more_the_same()
    {
        var now = Set(("I.1", "Máy tính", "20.00", "Tỷ lệ"), ("J.1", "Thiết bị", "20.00", "Tỷ lệ"));
        var (outcome, link) = CriterionLink.Make(Manager, Then, now, "I.1", "J.1", "Cùng nội dung", [], At);
        Assert.Equal(["Tiêu chí I.1 của năm trước đã ứng với một tiêu chí khác."], outcome.Problems);
        Assert.Null(link);
        // Once the set calls it otherwise the link stands, and the new criterion under the old code is new.
        var renamed = Set(("I.1", "Máy tính bảng", "20.00", "Tỷ lệ"), ("J.1", "Thiết bị", "20.00", "Tỷ lệ"));
        var core = ComparableCore.Of(Then, renamed, [CriterionLink.Make(Manager, Then, renamed, "I.1", "J.1", "Cùng nội dung", [], At).Link!]);
        Assert.Equal(("J.1", "I.1"), (core.Core.Single().Now!.Code, core.Core.Single().Then!.Code));
        Assert.Equal(CriterionTie.Added, core.Pairs.Single(p => p.Code == "I.1").Tie);
    }

    [Fact]
    public void Links_between_other_sets_do_not_count()
    {
        var link = Linked("I.3", "I.3", []);
        Assert.Equal(["I.1"], ComparableCore.Of(Then, Now with { Version = 3 }, [link]).Core.Select(p => p.Code));
        Assert.Equal(["I.1"], ComparableCore.Of(Then with { Code = "Y" }, Now, [link]).Core.Select(p => p.Code));
    }

    [Theory]
    [InlineData("I.2", "I.2", "Vì thế", "Điểm tối đa khác nhau (10,00 và 15,00) nên điểm của hai tiêu chí không so được.")]
    [InlineData("I.3", "I.1", "Vì thế", "Tiêu chí I.1 đã so được với năm trước, không cần nối.")]
    [InlineData("I.3", "I.9", "Vì thế", "Chọn tiêu chí của năm sau trong danh sách.")]
    [InlineData(null, "I.3", "Vì thế", "Chọn tiêu chí của năm trước trong danh sách.")]
    [InlineData("I.3", "I.3", "  ", "Nêu vì sao hai tiêu chí đo cùng một nội dung.")]
    public void What_cannot_be_linked_says_why(string? earlier, string? later, string reason, string problem)
    {
        var (outcome, link) = CriterionLink.Make(Manager, Then, Now, earlier, later, reason, [], At);
        Assert.Equal([problem], outcome.Problems);
        Assert.Null(link);
    }

    [Fact]
    public void Only_the_manager_links() =>
        Assert.Equal(RefusalKind.NotAllowed, CriterionLink.Make(Manager with { Role = Role.Leader }, Then, Now, "I.3", "I.3", "Vì thế", [], At).Outcome.Refusal);

    private static Actor Manager => new(1, Role.PeriodManager, null);

    private static DateTime At => new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    private static CriterionLink Linked(string earlier, string later, IReadOnlyCollection<CriterionLink> links) =>
        CriterionLink.Make(Manager, Then, Now, earlier, later, " Cùng nội dung ", links, At).Link!;

    private static RecordCriteriaSet Set(params (string Code, string Name, string Max, string Rule)[] criteria) => new(
        "X", 1, "Bộ", "00", "100.00", [new RecordGroup("I", "Nhóm", "score", "100.00", [.. criteria.Select(c => new RecordCriterion(c.Code, c.Name, c.Max, c.Rule, null, null))])], []);

    private static RecordAgency Agency(bool submitted, params (string Code, string? Points, bool Applies)[] scores) => new(
        "A", "A", "K", true, null, submitted ? "a" : null, null, "0.00", "0.00", null, null, null, [],
        [.. scores.Select(s => new RecordCriterionScore(s.Code, s.Points, Now.Groups[0].Criteria.First(c => c.Code == s.Code).Max, s.Applies, null))]);
}
