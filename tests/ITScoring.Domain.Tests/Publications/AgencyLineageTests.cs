using ITScoring.Domain.Publications.Years;

namespace ITScoring.Domain.Tests.Publications;

public sealed class AgencyLineageTests
{
    [Fact]
    public void An_agency_that_was_there_stands_for_itself()
    {
        var line = Lineage().Before("stc", ["STC", "SNV"]);
        Assert.Equal((AgencyTie.Same, "stc"), (line.Tie, line.Comparable));
        Assert.Empty(line.Absorbed);
    }

    [Fact]
    public void The_only_predecessor_stands_for_its_successor_also_through_years_in_between()
    {
        Assert.Equal((AgencyTie.Successor, "A"), Tie(Lineage(("B", "A")).Before("B", ["A", "X"])));
        Assert.Equal((AgencyTie.Successor, "A"), Tie(Lineage(("C", "B"), ("B", "A")).Before("C", ["A"])));
        // The nearest that was there: B, not A.
        Assert.Equal((AgencyTie.Successor, "B"), Tie(Lineage(("C", "B"), ("B", "A")).Before("C", ["A", "B"])));
    }

    [Fact]
    public void Several_predecessors_are_named_and_none_is_compared_with()
    {
        var line = Lineage(("C", "A"), ("C", "B")).Before("C", ["A", "B"]);
        Assert.Equal((AgencyTie.Merged, null), (line.Tie, line.Comparable));
        Assert.Equal(["A", "B"], line.Codes);
    }

    [Fact]
    public void Parts_of_a_divided_agency_are_not_compared_with_the_whole()
    {
        Assert.Equal((AgencyTie.Divided, null), Tie(Lineage(("B", "A"), ("C", "A")).Before("B", ["A"])));
        Assert.Equal((AgencyTie.Divided, null), Tie(Lineage(("B", "A"), ("C", "A"), ("D", "B")).Before("D", ["A"])));
    }

    [Fact]
    public void Whoever_took_others_in_is_compared_with_itself_and_the_others_are_named()
    {
        var line = Lineage(("A", "B")).Before("A", ["A", "B"]);
        Assert.Equal((AgencyTie.Same, "A"), (line.Tie, line.Comparable));
        Assert.Equal(["B"], line.Absorbed);
    }

    [Fact]
    public void Without_a_recorded_predecessor_there_is_nobody()
    {
        Assert.Equal((AgencyTie.New, null), Tie(Lineage(("B", "A")).Before("B", ["X"])));
        Assert.Equal((AgencyTie.New, null), Tie(Lineage().Before("B", ["A"])));
    }

    [Fact]
    public void Links_that_go_in_circles_come_to_an_end() => Assert.Equal(AgencyTie.New, Lineage(("A", "B"), ("B", "A")).Before("A", ["X"]).Tie);

    private static (AgencyTie, string?) Tie(AgencyLine line) => (line.Tie, line.Comparable);

    private static AgencyLineage Lineage(params (string, string)[] links) => new(links);
}
