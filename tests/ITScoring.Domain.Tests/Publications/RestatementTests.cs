using ITScoring.Domain.Agencies;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Publications;

public sealed class RestatementTests
{
    [Fact]
    public void The_mean_of_the_merged_is_rounded_once()
    {
        // (80,01 + 70,00) / 2 = 75,005 → 75,01.
        var figure = Lineage(Merger("C", RestatementRule.Mean, new("A", null, false), new("B", null, false))).Restate("C", Then(("A", "80.01"), ("B", "70.00")), Then(("C", "90.00")))!;
        Assert.Equal(Points.Parse("75.01"), figure.Score);
        Assert.Equal(["A", "B"], figure.From.Select(p => p.Code));
    }

    [Fact]
    public void Weights_and_the_main_agency_count_as_stated()
    {
        // (80 × 3 + 60 × 1) / 4 = 75.
        var weighted = Lineage(Merger("C", RestatementRule.WeightedMean, new("A", 3, false), new("B", 1, false)));
        Assert.Equal(Points.Parse("75.00"), weighted.Restate("C", Then(("A", "80.00"), ("B", "60.00")), null)!.Score);
        var main = Lineage(Merger("C", RestatementRule.Main, new("A", null, true), new("B", null, false)));
        Assert.Equal(Points.Parse("80.00"), main.Restate("C", Then(("A", "80.00"), ("B", null)), null)!.Score);
    }

    [Fact]
    public void Without_a_needed_score_nothing_is_guessed()
    {
        var figure = Lineage(Merger("C", RestatementRule.Mean, new("A", null, false), new("B", null, false))).Restate("C", Then(("A", "80.00"), ("B", null)), null)!;
        Assert.Null(figure.Score);
        Assert.Equal(["B"], figure.Missing);
        Assert.Null(Lineage(Merger("C", RestatementRule.None, new RestatementPart("A", null, false))).Restate("C", Then(("A", "80.00")), null));
    }

    [Fact]
    public void An_agency_that_took_another_in_counts_with_its_own_score_and_not_before_it_did()
    {
        var rule = Merger("A", RestatementRule.Mean, new RestatementPart("B", null, false)) with { IncludesOwn = true };
        var then = Then(("A", "80.00"), ("B", "60.00"));
        Assert.Equal(Points.Parse("70.00"), Lineage(rule).Restate("A", then, Then(("A", "1.00")))!.Score);
        // B still stood beside it.
        Assert.Null(Lineage(rule).Restate("A", then, Then(("A", "1.00"), ("B", "1.00"))));
        // There was no B to take in.
        Assert.Null(Lineage(rule).Restate("A", Then(("A", "80.00")), null));
    }

    [Fact]
    public void An_earlier_merger_is_reckoned_first()
    {
        var first = Merger("C", RestatementRule.Mean, new("A", null, false), new("B", null, false));
        var second = Merger("D", RestatementRule.Mean, new("C", null, false), new("X", null, false)) with { On = new DateOnly(2027, 1, 1) };
        // ((80 + 60) / 2 + 50) / 2 = 60.
        Assert.Equal(Points.Parse("60.00"), Lineage(first, second).Restate("D", Then(("A", "80.00"), ("B", "60.00"), ("X", "50.00")), null)!.Score);
    }

    [Fact]
    public void A_part_takes_the_score_of_the_whole_when_that_was_stated()
    {
        var division = new Restatement("X", RestructuringKind.Division, new DateOnly(2025, 3, 1), "1/NQ", RestatementRule.Main, "r", false, null, false, [new("A", null, true)]);
        Assert.Equal(Points.Parse("80.00"), Lineage(division).Restate("X", Then(("A", "80.00")), Then(("X", "1.00"), ("A", "2.00")))!.Score);
    }

    private static Restatement Merger(string into, RestatementRule rule, params RestatementPart[] parts) => new(into, RestructuringKind.Merger, new DateOnly(2025, 3, 1), "1/NQ", rule, "r", false, null, false, parts);

    private static AgencyLineage Lineage(params Restatement[] rules) => new(rules.SelectMany(r => r.Parts.Select(p => (r.Successor, p.Code))), rules);

    private static PublicRecord Then(params (string Code, string? Score)[] agencies) => new(
        PublicRecord.FormatName, null, "proposal", null!, null!, [],
        [.. agencies.Select(a => new RecordAgency(a.Code, a.Code, "SBN", true, null, "a", null, a.Score ?? "0.00", "100.00", a.Score, null, null, [], []))]);
}
