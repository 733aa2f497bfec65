using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Scoring;

/// <summary>A best-of-cohort rule of a block that compares with another value in the second of two results.</summary>
/// <param name="Rule">The criterion's code, or <c>CODE/of/1</c> for a part of one.</param>
/// <param name="Before">Value and whose it is, as people read it.</param>
/// <param name="After">As <paramref name="Before"/>.</param>
public sealed record BestMove(string Rule, string Before, string After)
{
    /// <summary>Those of a block, in the order of the set.</summary>
    public static IReadOnlyList<BestMove> Between(Period period, string block, CohortResult before, CohortResult after)
    {
        var (first, second) = (before.BestsOf(block), after.BestsOf(block));
        return
        [
            .. first.Keys.Union(second.Keys)
                .Select(key => new BestMove(key, Words(period, first.GetValueOrDefault(key)), Words(period, second.GetValueOrDefault(key))))
                .Where(m => m.Before != m.After),
        ];
    }

    private static string Words(Period period, CohortBest? best) =>
        best is null ? "chưa có" : $"{VietnameseNumber.Of(best.Value)} của {string.Join(", ", best.AgencyCodes.Select(c => period.FindAgency(c)?.Name ?? c))}";
}
