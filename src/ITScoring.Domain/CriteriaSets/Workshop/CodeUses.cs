using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>Where the codes of a draft are used, and how a code is changed everywhere at once.</summary>
public static class CodeUses
{
    private static readonly string[] ExpressionKeys = ["min", "max", "askWhen", "assert", "appliesWhen", "value", "when"];

    /// <summary>The other items that name an item's code.</summary>
    /// <param name="items">All of the draft.</param>
    public static IReadOnlyList<SetItem> Of(IEnumerable<SetItem> items, SetItem item, string code) =>
        [.. items.Where(other => other.Key != item.Key && Renamed(other, item.Kind, code, code + "?") is not null)];

    /// <summary>An item with another's code changed; null: it does not name that code.</summary>
    /// <param name="kind">Of the item whose code changes.</param>
    public static JsonObject? Renamed(SetItem item, SetItemKind kind, string from, string to)
    {
        var json = item.Read();
        var changed = kind switch
        {
            SetItemKind.Section => item.Kind == SetItemKind.Question && Replace(json, "section", from, to),
            SetItemKind.Question => RenameQuestion(item.Kind, json, from, to),
            SetItemKind.Criterion => item.Kind == SetItemKind.Example && RenameExpected(json, from, to),
            _ => false,
        };
        return changed ? json : null;
    }

    private static bool RenameQuestion(SetItemKind kind, JsonObject json, string from, string to)
    {
        var changed = false;
        switch (kind)
        {
            case SetItemKind.Question or SetItemKind.Criterion:
                changed = InExpressions(json, from, to);
                break;
            case SetItemKind.Check:
                changed = InExpressions(json, from, to);
                foreach (var i in json["questions"] is JsonArray marked ? Enumerable.Range(0, marked.Count) : [])
                {
                    if (!Is(json["questions"]![i], from))
                        continue;
                    json["questions"]![i] = to;
                    changed = true;
                }

                break;
            case SetItemKind.Example:
                foreach (var agency in json["agencies"] as JsonArray ?? [])
                    changed |= agency is JsonObject of && (RenameKey(of["answers"], from, to) | RenameKey(of["previous"], from, to));
                break;
        }

        return changed;
    }

    private static bool RenameExpected(JsonObject example, string from, string to)
    {
        var changed = false;
        foreach (var (_, points) in example["expected"] as JsonObject ?? [])
            changed |= RenameKey(points, from, to);
        return changed;
    }

    private static bool InExpressions(JsonObject json, string from, string to)
    {
        var changed = Replace(json, "question", from, to);
        foreach (var (key, value) in json.ToList())
        {
            if (value is JsonValue text && ExpressionKeys.Contains(key) && text.TryGetValue<string>(out var source))
            {
                var renamed = Rename(source, from, to);
                if (renamed == source)
                    continue;
                json[key] = renamed;
                changed = true;
            }
            else if (value is JsonObject inner)
            {
                changed |= InExpressions(inner, from, to);
            }
            else if (value is JsonArray list)
            {
                foreach (var one in list.OfType<JsonObject>())
                    changed |= InExpressions(one, from, to);
            }
        }

        return changed;
    }

    private static string Rename(string expression, string from, string to)
    {
        var tokens = ExpressionLexer.Read(expression).Where(token => token.Kind == TokenKind.Name && token.Text == from).Reverse();
        foreach (var token in tokens)
            expression = expression[..token.Position] + to + expression[(token.Position + from.Length)..];
        return expression;
    }

    private static bool Replace(JsonObject json, string key, string from, string to)
    {
        if (!Is(json[key], from))
            return false;
        json[key] = to;
        return true;
    }

    private static bool RenameKey(JsonNode? json, string from, string to)
    {
        if (json is not JsonObject holder || !holder.ContainsKey(from))
            return false;
        var members = holder.ToList();
        holder.Clear();
        foreach (var (key, value) in members)
            holder.TryAdd(key == from ? to : key, value);
        return true;
    }

    private static bool Is(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue<string>(out var found) && found == text;
}
