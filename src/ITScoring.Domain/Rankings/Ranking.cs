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
        var entries = sheets.Select((sheet, i) => new RankingEntry(sheet.Block, cohort.Agencies[i].Ranked && cohort.Agencies[i].Answers is not null, sheet.RankingScore, sheet.Groups)).ToList();
        var overall = Overall(entries);
        var byGroup = set.Groups.Select((_, g) => OfGroup(set, entries, g)).ToArray();
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

    /// <summary>Ranks by ranking score, in the order of the entries; null: not ranked.</summary>
    public static IReadOnlyList<int?> Overall(IReadOnlyList<RankingEntry> entries) => Ranks(entries, entry => entry.RankingScore);

    /// <summary>Ranks in one group of the set, in the order of the entries; none in an adjustment group.</summary>
    public static IReadOnlyList<int?> OfGroup(CriteriaSet set, IReadOnlyList<RankingEntry> entries, int group) => set.Groups[group].Kind == GroupKind.Adjustment
        ? new int?[entries.Count]
        : Ranks(entries, entry => Scaled(entry.Groups[group].Points, set.Groups[group].Max, entry.Groups[group].ApplicableMax));

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

    private static int?[] Ranks(IReadOnlyList<RankingEntry> entries, Func<RankingEntry, Points?> score)
    {
        var ranks = new int?[entries.Count];
        var scored = new List<(string Block, Points Score, int Sheet)>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].TakesPart && score(entries[i]) is { } points)
                scored.Add((entries[i].Block, points, i));
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
