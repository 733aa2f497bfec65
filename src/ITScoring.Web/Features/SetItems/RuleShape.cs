using System.Text.Json.Nodes;

namespace ITScoring.Web.Features.SetItems;

/// <summary>Which keys a kind of rule has, and what becomes of a rule when its kind is changed.</summary>
public static class RuleShape
{
    private static readonly Dictionary<string, string[]> Keys = new()
    {
        ["ratio"] = ["value"],
        ["norm"] = ["value", "norm", "floor"],
        ["bestOfCohort"] = ["value"],
        ["bands"] = ["value", "bands"],
        ["yesNo"] = ["value", "points"],
        ["choice"] = ["question", "points"],
        ["checklist"] = ["question", "each", "points"],
        ["count"] = ["value", "each"],
        ["cases"] = ["cases"],
        ["points"] = ["value"],
        ["sum"] = ["of"],
        ["best"] = ["of"],
    };

    public static bool Has(string kind, string key) => Keys.TryGetValue(kind, out var keys) && keys.Contains(key);

    /// <summary>The rule with the keys of its kind only, in their order, and with a first line where the kind needs lines.</summary>
    /// <param name="before">The rule as it was; of a rule whose kind changed only the value is taken over, for points and questions of another kind mean something else.</param>
    public static JsonObject Of(JsonObject rule, JsonObject? before)
    {
        var kind = rule["kind"]?.ToString() ?? "";
        var earlier = before?["kind"]?.ToString();
        var changed = earlier is not null && earlier != kind;
        if (!Keys.TryGetValue(kind, out var keys))
            return rule;
        var shaped = new JsonObject();
        if (rule["max"] is { } max)
            shaped["max"] = max.DeepClone();
        shaped["kind"] = kind;
        foreach (var key in keys)
        {
            if (Fits(kind, key, rule[key]) && (!changed || key == "value"))
                shaped[key] = rule[key]!.DeepClone();
        }

        if (Has(kind, "value") && shaped["value"] is null)
            shaped["value"] = "";
        if (Has(kind, "question") && shaped["question"] is null)
            shaped["question"] = "";
        if (kind == "choice" && shaped["points"] is null)
            shaped["points"] = new JsonObject();
        if (kind == "bands" && shaped["bands"] is not JsonArray { Count: > 0 })
            shaped["bands"] = new JsonArray(new JsonObject());
        if (kind == "cases" && shaped["cases"] is not JsonArray { Count: > 0 })
            shaped["cases"] = new JsonArray(new JsonObject { ["when"] = "" });
        if (kind is "sum" or "best")
            shaped["of"] = Parts(rule, before, rule["of"] as JsonArray);
        return shaped;
    }

    // What stood there becomes the first part, so that nothing typed is lost when a rule grows.
    private static JsonArray Parts(JsonObject rule, JsonObject? before, JsonArray? parts)
    {
        if (parts is not { Count: > 0 })
        {
            var kind = before?["kind"]?.ToString();
            var first = (JsonObject)rule.DeepClone();
            first["kind"] = kind is not null and not "sum" and not "best" && Keys.ContainsKey(kind) ? kind : "ratio";
            first.Remove("of");
            first.Remove("max");
            return [Of(first, null)];
        }

        var shaped = new JsonArray();
        var earlier = before?["of"] as JsonArray;
        foreach (var (part, i) in parts.OfType<JsonObject>().Select((part, i) => (part, i)))
            shaped.Add((JsonNode)Of((JsonObject)part.DeepClone(), i < earlier?.Count ? earlier[i] as JsonObject : null));
        return shaped;
    }

    private static bool Fits(string kind, string key, JsonNode? value) => (kind, key, value) switch
    {
        (_, _, null) => false,
        ("yesNo", "points", JsonObject) => false,
        ("choice" or "checklist", "points", not JsonObject) => false,
        ("checklist", "points", JsonObject { Count: 0 }) => false,
        _ => true,
    };
}
