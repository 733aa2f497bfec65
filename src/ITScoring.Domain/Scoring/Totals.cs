using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Rankings;

namespace ITScoring.Domain.Scoring;

/// <summary>What the points of the criteria come to: groups, total, ranking score, class (section 6 of the format, steps 1 to 4). The one place that adds points.</summary>
/// <param name="Groups">In the order of the set, not ranked.</param>
public sealed record Totals(IReadOnlyList<GroupScore> Groups, Points Total, Points ApplicableMax, Points? RankingScore, string? Class)
{
    /// <param name="pointsOf">Rounded points of a criterion; null: it does not apply.</param>
    public static Totals Of(CriteriaSet set, Func<Criterion, Points?> pointsOf)
    {
        var groups = new GroupScore[set.Groups.Count];
        var (total, applicableMax) = (Points.Zero, Points.Zero);
        for (var g = 0; g < groups.Length; g++)
        {
            var group = set.Groups[g];
            var (points, max) = (Points.Zero, Points.Zero);
            foreach (var criterion in group.Criteria)
            {
                if (pointsOf(criterion) is not { } earned)
                    continue;
                points += earned;
                max += criterion.Max;
            }

            if (group.Kind == GroupKind.Adjustment)
            {
                max = Points.Zero;
                if (points > group.Cap)
                    points = group.Cap.Value;
                if (points < group.Floor)
                    points = group.Floor.Value;
            }

            total += points;
            applicableMax += max;
            groups[g] = new GroupScore(group.Code, points, max, Rank: null);
        }

        total = total < Points.Zero ? Points.Zero : total > applicableMax ? applicableMax : total;
        var ranking = Ranking.Scaled(total, set.Scale, applicableMax);
        return new Totals(groups, total, applicableMax, ranking, Ranking.ClassOf(set, ranking));
    }
}
