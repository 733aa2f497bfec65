using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Tests.Features;

/// <summary>Where the dots and marks of a strip stand.</summary>
public sealed class DotStripTests
{
    [Fact]
    public void A_share_stands_between_0_and_100_percent()
    {
        var strip = Of(share: true, natural: 1, "0.675", "0.41");

        Assert.Equal([(0, "0%"), (25, "25%"), (50, "50%"), (75, "75%"), (100, "100%")], strip.Ticks);
        Assert.Equal([67.5, 41], strip.Dots.Select(d => d.At));
    }

    [Fact]
    public void Points_stand_between_0_and_the_most_also_of_a_deduction()
    {
        Assert.Equal(["0", "3", "6", "9", "12"], Of(share: false, natural: 12, "12").Ticks.Select(t => t.Text));
        var deduction = Of(share: false, natural: -20, "-5");
        Assert.Equal(["-20", "-15", "-10", "-5", "0"], deduction.Ticks.Select(t => t.Text));
        Assert.Equal(75, deduction.Dots[0].At);
    }

    [Fact]
    public void Other_values_have_a_scale_of_round_numbers_that_holds_them_all()
    {
        Assert.Equal(["0", "2", "4", "6"], Of(share: false, natural: null, "5.26", "0.19").Ticks.Select(t => t.Text)); // 5.26 ÷ 4 = 1.3, rounded up to 2
        Assert.Equal(["0", "50", "100", "150", "200"], Of(share: false, natural: null, "200").Ticks.Select(t => t.Text));
        Assert.Equal(["-1", "-0,5", "0", "0,5", "1"], Of(share: false, natural: null, "-0.7", "0.8").Ticks.Select(t => t.Text));
        Assert.Equal(["0%", "50%", "100%", "150%"], Of(share: true, natural: 1, "1.3").Ticks.Select(t => t.Text)); // more than all: a slip of the agency's
    }

    [Fact]
    public void Nothing_but_zeros_and_very_large_and_small_values_are_drawn_too()
    {
        Assert.Equal([0.0, 0.0], Of(share: false, natural: null, "0", "0").Dots.Select(d => d.At));
        Assert.All(Of(share: false, natural: null, "1e300", "1", "1e-300").Dots, d => Assert.InRange(d.At, 0, 100));
    }

    [Fact]
    public void Dots_at_one_place_stand_on_each_other_with_the_one_looked_at_on_top()
    {
        var strip = DotStrip.Of("", [("A", 5, false, true), ("B", 5, false, false), ("C", 5, true, false), ("D", 6, false, false)], v => v.ToString(), false, 10);

        Assert.Equal([("B", 0), ("C", 1), ("D", 0), ("A", 2)], strip.Dots.Select(d => (d.Name, d.Level)));
        Assert.Equal(2, strip.Height);
        Assert.Equal("4 cơ quan, thấp nhất 5, cao nhất 6; A 5; khác biệt lớn: C 5.", strip.Description);
    }

    private static DotStrip Of(bool share, Rational? natural, params string[] values) =>
        DotStrip.Of("", [.. values.Select((v, i) => ($"Cơ quan {i}", Rational.Parse(v), false, false))], v => v.ToString(), share, natural);
}
