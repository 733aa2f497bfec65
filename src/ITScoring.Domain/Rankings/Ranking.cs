using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Rankings;

/// <summary>Blocks, ties, classes (section 6 of the format, steps 4 to 7).</summary>
public static class Ranking
{
    /// <summary>
    /// The sheets with their ranks: inside each block, highest first, equal scores share a rank and the next are skipped
    /// (1, 2, 2, 4); overall by ranking score, per score group by the group's points scaled to its max. Agencies that are not
    /// ranked, handed in nothing, or to which nothing applies, get none.
    /// </summary>
    internal static IReadOnlyList<ScoreSheet> Of(CriteriaSet set, IReadOnlyList<ScoreSheet> sheets, Cohort cohort)
    {
        var takesPart = cohort.Agencies.Select(agency => agency.Ranked && agency.Answers is not null).ToArray();
        var overall = Ranks(sheets, takesPart, sheet => sheet.RankingScore);
        var byGroup = set.Groups.Select((group, g) => group.Kind == GroupKind.Adjustment
            ? new int?[sheets.Count]
            : Ranks(sheets, takesPart, sheet => Scaled(sheet.Groups[g].Points, group.Max, sheet.Groups[g].ApplicableMax))).ToArray();
        var ranked = new ScoreSheet[sheets.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            var groups = new GroupScore[byGroup.Length];
            for (var g = 0; g < groups.Length; g++)
                groups[g] = byGroup[g][i] is { } rank ? sheets[i].Groups[g] with { Rank = rank } : sheets[i].Groups[g];
            ranked[i] = sheets[i].Ranked(overall[i], groups);
        }

        return ranked;
    }

    /// <summary>Points × full / applicable maximum, rounded to hundredths, half away from zero; null when nothing applies.</summary>
    public static Points? Scaled(Points points, Points full, Points applicableMax) =>
        applicableMax == Points.Zero ? null
        : full == applicableMax ? points
        : (points.ToRational() * full.ToRational() / applicableMax.ToRational()).ToPoints();

    /// <summary>The first class whose limit the score reaches as a share of the full mark; null without score or classes.</summary>
    public static string? ClassOf(CriteriaSet set, Points? rankingScore)
    {
        if (rankingScore is not { } score)
            return null;
        foreach (var level in set.Classes)
        {
            if (score.ToRational() >= level.From * set.Scale.ToRational())
                return level.Name;
        }

        return null;
    }

    private static int?[] Ranks(IReadOnlyList<ScoreSheet> sheets, bool[] takesPart, Func<ScoreSheet, Points?> score)
    {
        var ranks = new int?[sheets.Count];
        var scored = new List<(string Block, Points Score, int Sheet)>();
        for (var i = 0; i < sheets.Count; i++)
        {
            if (takesPart[i] && score(sheets[i]) is { } points)
                scored.Add((sheets[i].Block, points, i));
        }

        foreach (var block in scored.GroupBy(entry => entry.Block))
        {
            var (place, rank, last) = (0, 0, Points.Zero);
            foreach (var (_, points, sheet) in block.OrderByDescending(entry => entry.Score))
            {
                place++;
                if (place == 1 || points != last)
                    (rank, last) = (place, points);
                ranks[sheet] = rank;
            }
        }

        return ranks;
    }
}
