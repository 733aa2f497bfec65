using System.Text.Json.Nodes;

namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>Puts together what two people made of one item, field by field.</summary>
/// <param name="Merged">Both people's changes; where they clash, the other's value.</param>
/// <param name="Clashes">Fields that both changed, and differently.</param>
public sealed record ItemMerge(JsonObject Merged, IReadOnlyList<FieldClash> Clashes)
{
    /// <param name="seen">What the page showed when it was opened.</param>
    /// <param name="mine">What was made of it there.</param>
    /// <param name="theirs">What stands there now.</param>
    public static ItemMerge Of(JsonObject seen, JsonObject mine, JsonObject theirs)
    {
        var merged = new JsonObject();
        var clashes = new List<FieldClash>();
        foreach (var key in mine.Select(field => field.Key).Concat(theirs.Select(field => field.Key)).Distinct())
        {
            var (before, own, other) = (seen[key], mine[key], theirs[key]);
            var iChanged = !JsonNode.DeepEquals(before, own);
            if (iChanged && !JsonNode.DeepEquals(before, other) && !JsonNode.DeepEquals(own, other))
                clashes.Add(new FieldClash(key, own?.DeepClone(), other?.DeepClone()));
            var value = iChanged && JsonNode.DeepEquals(before, other) ? own : other;
            if (value is not null)
                merged[key] = value.DeepClone();
        }

        return new ItemMerge(merged, clashes);
    }
}
