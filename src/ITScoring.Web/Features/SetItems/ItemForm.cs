using System.Globalization;
using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Input;

namespace ITScoring.Web.Features.SetItems;

/// <summary>
/// The fields of an item's page as the object that the format wants. A field is named by the pointer of its value. What cannot be read stays as it was typed, so
/// nothing is lost; reading the set then says what is wrong with it.
/// </summary>
public sealed class ItemForm
{
    private readonly Dictionary<string, string> _slips = [];

    private ItemForm(JsonObject json) => Json = json;

    public JsonObject Json { get; private set; }

    /// <summary>What was typed in a way that cannot be understood, by field; better words than the file's.</summary>
    public IReadOnlyDictionary<string, string> Slips => _slips;

    /// <param name="before">What the page showed.</param>
    /// <param name="examples">Reads the lines of examples.</param>
    public static ItemForm Read(SetItemKind kind, IFormCollection posted, JsonObject before, ExampleLines examples)
    {
        var form = new ItemForm([]);
        foreach (var (name, values) in posted.Where(field => field.Key.StartsWith('/')))
        {
            var text = PlainText.Clean(values.LastOrDefault());
            form.Put(kind, name, ItemLabels.IsYesNo(kind, name) ? values.LastOrDefault() : text);
        }

        switch (kind)
        {
            case SetItemKind.Question:
                form.Question();
                break;
            case SetItemKind.Check:
                form.Marked();
                break;
            case SetItemKind.Criterion:
                form.Criterion(before["rule"] as JsonObject);
                break;
            case SetItemKind.Example:
                form.Json = examples.Read(form.Json);
                break;
            case SetItemKind.Head:
                // The portal counts versions.
                form.Json["version"] = before["version"]?.DeepClone();
                break;
        }

        if (kind is SetItemKind.Classes && form.Json["classes"] is null)
            form.Json["classes"] = new JsonArray();
        return form;
    }

    /// <summary>Does to a list of the item what a button says: <c>add:/options</c>, <c>remove:/options/2</c>, <c>up:/options/2</c>, <c>down:/options/2</c>.</summary>
    /// <returns>False: the button means nothing here.</returns>
    public static bool Act(JsonObject json, string act)
    {
        if (act.Split(':', 2) is not [var verb, var at] || !at.StartsWith('/'))
            return false;
        var steps = at.Split('/')[1..];
        if (verb == "add")
        {
            if (Find(json, steps[..^1]) is not JsonObject holder)
                return false;
            if (holder[steps[^1]] is null)
                holder[steps[^1]] = new JsonArray();
            if (holder[steps[^1]] is not JsonArray list)
                return false;
            list.Add((JsonNode)(steps[^1] == "of" ? new JsonObject { ["kind"] = "ratio", ["value"] = "" } : steps[^1] == "cases" ? new JsonObject { ["when"] = "" } : []));
            return true;
        }

        if (Find(json, steps[..^1]) is not JsonArray items || !int.TryParse(steps[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= items.Count)
            return false;
        var item = items[place];
        var to = verb switch { "up" => place - 1, "down" => place + 1, "remove" => -2, _ => -1 };
        if (to == -1 || to >= items.Count)
            return false;
        items.RemoveAt(place);
        if (to >= 0)
            items.Insert(to, item);
        return true;
    }

    private static JsonNode? Find(JsonNode? node, IEnumerable<string> steps)
    {
        foreach (var step in steps)
        {
            node = node switch
            {
                JsonObject holder => holder[step],
                JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < list.Count => list[place],
                _ => null,
            };
        }

        return node;
    }

    private void Put(SetItemKind kind, string name, string? text)
    {
        var steps = name.Split('/')[1..];
        if (steps.Any(step => step.Length == 0) || steps.Length > 40)
            return;
        JsonNode at = Json;
        for (var i = 0; i < steps.Length - 1; i++)
            at = Child(at, steps[i], steps[i + 1]);
        if (at is not JsonObject holder)
            return;
        if (Value(kind, name, text) is { } value)
            holder[steps[^1]] = value;
    }

    /// <summary>The member or element that a step leads to, made when it is not there; elements are numbered from 0 without gaps that matter.</summary>
    private static JsonNode Child(JsonNode at, string step, string next)
    {
        JsonNode fresh = next.All(char.IsAsciiDigit) && step is "options" or "columns" or "bands" or "cases" or "of" or "classes" or "agencies" ? new JsonArray() : new JsonObject();
        if (at is JsonArray list)
        {
            if (!int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place > 999)
                return new JsonObject();
            while (list.Count <= place)
                list.Add((JsonNode)new JsonObject());
            return list[place]!;
        }

        var holder = (JsonObject)at;
        if (holder[step] is not (JsonObject or JsonArray))
            holder[step] = fresh;
        return holder[step]!;
    }

    private JsonNode? Value(SetItemKind kind, string name, string? text)
    {
        if (ItemLabels.IsYesNo(kind, name))
            return JsonValue.Create(text == "true");
        if (text is null)
            return IsNeeded(kind, name) ? JsonValue.Create("") : null;
        if (!ItemLabels.IsNumber(kind, name))
            return JsonValue.Create(text);
        var number = NumberInput.Parse(text.TrimEnd('%').TrimEnd(), whole: name is "/digits" or "/maxLength");
        if (number.Problem is not null)
            _slips[name] = number.Problem;
        if (number.Problem is not null || number.Value is null || !Rational.TryParse(number.Value, out var value))
            return JsonValue.Create(text);
        // People write classes in percent.
        return JsonNode.Parse((kind == SetItemKind.Classes ? value / 100 : value).ToDecimalString());
    }

    /// <summary>Texts that the format wants: an empty one says what is missing better than none.</summary>
    private static bool IsNeeded(SetItemKind kind, string name) => name.Split('/')[^1] is var key && (kind, key) switch
    {
        (_, "code") => true,
        (SetItemKind.Head, "title") => true,
        (SetItemKind.Question, "text" or "section") => true,
        (SetItemKind.Check, "message" or "assert") => true,
        (SetItemKind.Criterion, "value" or "when" or "question") => name.StartsWith("/rule/", StringComparison.Ordinal),
        (SetItemKind.Section or SetItemKind.Group or SetItemKind.Criterion or SetItemKind.Example or SetItemKind.Classes, "name") => true,
        _ => false,
    };

    private void Question()
    {
        // What is said without saying it.
        Drop("required", "true");
        Drop("carryOver", "false");
        Drop("filledBy", "agency");
        Drop("evidence", "none");
        foreach (var column in (Json["columns"] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var key in new[] { "required", "unique" })
            {
                if (column[key]?.ToJsonString() == "false")
                    column.Remove(key);
            }
        }

        var type = Json["type"]?.ToString();
        if (type is not ("choice" or "multi"))
            Json.Remove("options");
        if (type != "rows")
            Json.Remove("columns");
        if (type != "decimal")
            Json.Remove("digits");
        if (type is not ("text" or "url"))
            Json.Remove("maxLength");
        if (type is not ("integer" or "decimal" or "rows"))
        {
            Json.Remove("min");
            Json.Remove("max");
        }

        if (type is "choice" or "multi" && Json["options"] is null)
            Json["options"] = new JsonArray();
        if (type == "rows" && Json["columns"] is null)
            Json["columns"] = new JsonArray();
        if (Json["filledBy"]?.ToString() == "system")
            Json["system"] = "submissionTimeliness";
    }

    private void Drop(string key, string said)
    {
        if (Json[key]?.ToString() == said)
            Json.Remove(key);
    }

    private void Marked()
    {
        if (Json["questions"] is not JsonValue typed)
            return;
        Json.Remove("questions");
        var codes = typed.ToString().Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codes.Length > 0)
            Json["questions"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]);
    }

    private void Criterion(JsonObject? before)
    {
        if (Json["rule"] is not JsonObject rule)
            return;
        Bands(rule);
        Json["rule"] = RuleShape.Of((JsonObject)rule.DeepClone(), before);
    }

    /// <summary>A band has its limit in one field and which side it is on in another.</summary>
    private static void Bands(JsonObject rule)
    {
        foreach (var part in (rule["of"] as JsonArray ?? []).OfType<JsonObject>())
            Bands(part);
        if (rule["bands"] is not JsonArray bands)
            return;
        var shaped = new JsonArray();
        foreach (var band in bands.OfType<JsonObject>())
        {
            var one = new JsonObject();
            if (band["limit"] is { } limit)
                one[band["side"]?.ToString() == "above" ? "above" : "from"] = limit.DeepClone();
            if (band["points"] is { } points)
                one["points"] = points.DeepClone();
            shaped.Add((JsonNode)one);
        }

        rule["bands"] = shaped;
    }
}
