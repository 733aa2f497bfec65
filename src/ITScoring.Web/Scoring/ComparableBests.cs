using System.Text.Json;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Scoring;

/// <summary>Last year's published bests that mean the same this year: of criteria with the same code and, to the letter, the same rule.</summary>
public static class ComparableBests
{
    /// <summary>Best values by criterion (or part) key, as <see cref="Scorer.ScoreProvisionally"/> reads them.</summary>
    /// <param name="set">This period's set.</param>
    /// <param name="published">The earlier period's final result.</param>
    /// <param name="block">Code of the block that is compared.</param>
    public static IReadOnlyDictionary<string, Rational> Of(CriteriaSet set, CohortResult published, string block)
    {
        var now = RulesByCode(set);
        var then = RulesByCode(published.Set);
        return published.BestsOf(block)
            .Where(best => CriterionOf(best.Key) is var code && now.TryGetValue(code, out var rule) && then.TryGetValue(code, out var earlier) && rule == earlier)
            .ToDictionary(best => best.Key, best => best.Value.Value);
    }

    private static string CriterionOf(string key) => key.Split('/')[0];

    private static Dictionary<string, string> RulesByCode(CriteriaSet set)
    {
        using var json = JsonDocument.Parse(CriteriaSetFile.Write(set));
        return json.RootElement.GetProperty("groups").EnumerateArray()
            .SelectMany(group => group.GetProperty("criteria").EnumerateArray())
            .ToDictionary(criterion => criterion.GetProperty("code").GetString()!, criterion => criterion.GetProperty("rule").GetRawText());
    }
}
