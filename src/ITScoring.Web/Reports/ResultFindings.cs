using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Reports;

/// <summary>What can be read from a result by counting, and nothing that cannot: means of groups, criteria in which most agencies lose points.</summary>
internal static class ResultFindings
{
    private static readonly string Adjustment = nameof(GroupKind.Adjustment).ToLowerInvariant();

    /// <summary>Groups with points of their own; those that only add or subtract have no mean worth a word.</summary>
    public static IEnumerable<RecordGroup> ScoreGroups(PublicRecord record) => record.CriteriaSet.Groups.Where(g => g.Kind != Adjustment);

    /// <summary>Every score group with its mean points and what was reached of what applied, over those who handed in.</summary>
    public static IReadOnlyList<(RecordGroup Group, Points? Mean, Points Reached, Points Applied, IReadOnlyList<RecordAgency> Best)> Groups(ResultDossier dossier) =>
    [
        .. from g in ScoreGroups(dossier.Record)
           let scores = dossier.Assessed.Select(a => (Agency: a, Score: a.Groups.First(s => s.Code == g.Code))).Where(s => Points.Parse(s.Score.ApplicableMax) > Points.Zero).ToList()
           let points = scores.Select(s => Points.Parse(s.Score.Points)).ToList()
           select (
               g,
               ResultStatistics.Mean(points),
               Sum(points),
               Sum(scores.Select(s => Points.Parse(s.Score.ApplicableMax))),
               (IReadOnlyList<RecordAgency>)[.. scores.Where(s => s.Score.Rank == 1).Select(s => s.Agency)]),
    ];

    /// <summary>Criteria in which more than half of the agencies to which they apply did not reach the maximum, lowest share first.</summary>
    public static IReadOnlyList<(RecordCriterion Criterion, int Losing, int Applies, Points? Mean, Points Reached, Points Applied)> Losses(ResultDossier dossier)
    {
        var scored = dossier.Assessed.Select(a => a.Criteria.ToDictionary(c => c.Code)).ToList();
        return
        [
            .. (from c in ScoreGroups(dossier.Record).SelectMany(g => g.Criteria)
                let max = Points.Parse(c.Max)
                let scores = scored.Select(s => s[c.Code]).Where(s => s is { Applicable: true, Points: not null }).Select(s => Points.Parse(s.Points!)).ToList()
                let losing = scores.Count(p => p < max)
                where losing * 2 > scores.Count
                select (c, losing, scores.Count, ResultStatistics.Mean(scores), Sum(scores), new Points(max.Hundredths * scores.Count)))
                .OrderBy(l => Share(l.Item5, l.Item6)),
        ];
    }

    /// <summary>How agencies' points moved from one stage to the next.</summary>
    public static StageMove Moves(ResultDossier dossier, Func<InternalAgency, string?> from, Func<InternalAgency, string?> to) =>
        StageMove.Of(dossier.Assessed.Select(dossier.InsideOf).Select(a => (from(a), to(a))));

    public static Rational Share(Points part, Points whole) => whole == Points.Zero ? Rational.Zero : part.ToRational() / whole.ToRational();

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(Points.Zero, (sum, p) => sum + p);
}
