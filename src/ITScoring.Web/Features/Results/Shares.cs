using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Results;

/// <summary>Points as shares of what applied to the agency: for drawings and for the numbers beside them.</summary>
public static class Shares
{
    /// <summary>For drawing only; null: nothing of the group applied.</summary>
    public static double? Of(RecordGroupScore score) => Of(Points.Parse(score.Points), Points.Parse(score.ApplicableMax));

    public static double? Of(Points part, Points whole) => whole == Points.Zero ? null : (double)part.Hundredths / whole.Hundredths;

    /// <summary>73,7 %; a dash when nothing of the group applied.</summary>
    public static string Text(RecordGroupScore score) => Display.Percent(Points.Parse(score.Points), Points.Parse(score.ApplicableMax));

    /// <summary>73,7: under a head that says percent.</summary>
    public static string Bare(RecordGroupScore score) => Text(score).Replace(" %", "", StringComparison.Ordinal);

    public static RecordGroupScore Group(this RecordAgency agency, string code) => agency.Groups.First(g => g.Code == code);

    /// <summary>Groups of which the total is the sum.</summary>
    public static IReadOnlyList<RecordGroup> ScoreGroups(this RecordCriteriaSet set) => [.. set.Groups.Where(g => g.Kind == "score")];

    /// <summary>Mean share of a group among the ranked agencies of a block to which it applies.</summary>
    public static Rational? MeanOf(IEnumerable<RecordAgency> ranked, string group) =>
        ResultStatistics.MeanShare(ranked.Select(a => a.Group(group)).Select(g => (Points.Parse(g.Points), Points.Parse(g.ApplicableMax))));

    /// <summary>For drawing only.</summary>
    public static double? Drawn(Rational? value) => value is { } v ? (v * 100).ToPoints().Hundredths / 10000.0 : null;

    /// <summary>The published scores of those who are ranked.</summary>
    public static IReadOnlyList<Points> Scores(IEnumerable<RecordAgency> agencies) =>
        [.. agencies.Where(a => a.Rank is not null && a.RankingScore is not null).Select(a => Points.Parse(a.RankingScore!))];
}
