using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>A draft as a file: puts its items together, and takes a file apart.</summary>
public sealed class SetDocument
{
    private static readonly JsonWriterOptions Writing = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // By the first steps of a pointer: "questions/3", "groups/1/criteria/4".
    private readonly Dictionary<string, SetItem> _items;

    private SetDocument(byte[] utf8, IReadOnlyList<SetItem> items, Dictionary<string, SetItem> places) => (Utf8, Items, _items) = (utf8, items, places);

    /// <summary>The file.</summary>
    public byte[] Utf8 { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<SetItem> Items { get; }

    public SetItem Head => Items.First(item => item.Kind == SetItemKind.Head);

    public IEnumerable<SetItem> Of(SetItemKind kind) => Items.Where(item => item.Kind == kind);

    public SetItem? Find(string key) => Items.FirstOrDefault(item => item.Key == key);

    public IEnumerable<SetItem> CriteriaOf(SetItem group) => Items.Where(item => item.Kind == SetItemKind.Criterion && item.GroupKey == group.Key);

    /// <summary>Which item a problem lies in, and where in it; the head for what lies in none.</summary>
    /// <returns>The place as a JSON pointer within the item; empty: the item as a whole.</returns>
    public (SetItem Item, string Place) Locate(string pointer)
    {
        var steps = pointer.Split('/');
        foreach (var length in (ReadOnlySpan<int>)[5, 3])
        {
            if (steps.Length >= length && _items.TryGetValue(string.Join('/', steps[1..length]), out var item))
                return (item, string.Concat(steps[length..].Select(step => "/" + step)));
        }

        return steps is ["", "classes", ..] ? (Of(SetItemKind.Classes).FirstOrDefault() ?? Head, pointer) : (Head, pointer);
    }

    /// <param name="items">All of a draft.</param>
    public static SetDocument Assemble(IEnumerable<SetItem> items)
    {
        var all = items.ToList();
        var head = all.Find(item => item.Kind == SetItemKind.Head)?.Read() ?? [];
        var places = new Dictionary<string, SetItem>();
        var ordered = new List<SetItem>();
        ordered.AddRange(all.Where(item => item.Kind == SetItemKind.Head));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            IEnumerable<SetItem> Of(SetItemKind kind) => all.Where(item => item.Kind == kind).OrderBy(item => item.Order).ThenBy(item => item.Id);
            void List(string key, SetItemKind kind)
            {
                json.WriteStartArray(key);
                foreach (var (item, i) in Of(kind).Select((item, i) => (item, i)))
                {
                    ordered.Add(item);
                    places[$"{key}/{i}"] = item;
                    json.WriteRawValue(item.Json, skipInputValidation: true);
                }

                json.WriteEndArray();
            }

            json.WriteStartObject();
            json.WriteString("format", all.Exists(item => item.Kind == SetItemKind.Example) ? CriteriaSetFile.FormatWithExamples : CriteriaSetFile.Format);
            foreach (var (key, value) in head)
            {
                json.WritePropertyName(key);
                if (value is null)
                    json.WriteNullValue();
                else
                    value.WriteTo(json);
            }

            List("sections", SetItemKind.Section);
            List("questions", SetItemKind.Question);
            List("checks", SetItemKind.Check);
            json.WriteStartArray("groups");
            foreach (var (group, i) in Of(SetItemKind.Group).Select((item, i) => (item, i)))
            {
                ordered.Add(group);
                places[$"groups/{i}"] = group;
                WriteGroup(json, group, i, all, ordered, places);
            }

            json.WriteEndArray();
            var classes = all.Find(item => item.Kind == SetItemKind.Classes);
            ordered.AddRange(all.Where(item => item.Kind == SetItemKind.Classes));
            json.WritePropertyName("classes");
            json.WriteRawValue(classes?.Read()["classes"]?.ToJsonString(Compact) ?? "[]", skipInputValidation: true);
            if (all.Exists(item => item.Kind == SetItemKind.Example))
                List("examples", SetItemKind.Example);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return new SetDocument(bytes.ToArray(), ordered, places);
    }

    /// <summary>The items of a file; what the format does not know stays where it stands, so that nothing of a damaged file is lost.</summary>
    /// <returns>Null: it is no JSON object.</returns>
    public static IReadOnlyList<SetItem>? Split(ReadOnlySpan<byte> utf8)
    {
        JsonObject? root;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 256 });
            root = JsonNode.Parse(ref reader) as JsonObject;
            _ = root?.Count;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }

        return root is null ? null : Split(root);
    }

    /// <summary>As it is stored.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Compact);

    private static List<SetItem> Split(JsonObject root)
    {
        var items = new List<SetItem>();
        SetItem Add(SetItemKind kind, string? group, int order, JsonNode? json)
        {
            items.Add(new SetItem(SetItem.NewKey(), kind, group, order, json is JsonObject ? Text(json) : "{}"));
            return items[^1];
        }

        var head = new JsonObject();
        foreach (var (key, value) in root.ToList())
        {
            if (key is not ("format" or "sections" or "questions" or "checks" or "groups" or "classes" or "examples"))
                head[key] = value?.DeepClone();
        }

        Add(SetItemKind.Head, null, 0, head);
        foreach (var (key, kind) in new[] { ("sections", SetItemKind.Section), ("questions", SetItemKind.Question), ("checks", SetItemKind.Check), ("examples", SetItemKind.Example) })
        {
            foreach (var (json, i) in (root[key] as JsonArray ?? []).Select((json, i) => (json, i)))
                Add(kind, null, i, json);
        }

        foreach (var (json, i) in (root["groups"] as JsonArray ?? []).Select((json, i) => (json as JsonObject ?? [], i)))
        {
            var criteria = json["criteria"] as JsonArray ?? [];
            var alone = (JsonObject)json.DeepClone();
            alone.Remove("criteria");
            var group = Add(SetItemKind.Group, null, i, alone);
            foreach (var (criterion, place) in criteria.Select((criterion, place) => (criterion, place)))
                Add(SetItemKind.Criterion, group.Key, place, criterion);
        }

        Add(SetItemKind.Classes, null, 0, new JsonObject { ["classes"] = (root["classes"] as JsonArray)?.DeepClone() ?? new JsonArray() });
        return items;
    }

    private static void WriteGroup(Utf8JsonWriter json, SetItem group, int place, List<SetItem> all, List<SetItem> ordered, Dictionary<string, SetItem> places)
    {
        json.WriteStartObject();
        foreach (var (key, value) in group.Read())
        {
            json.WritePropertyName(key);
            if (value is null)
                json.WriteNullValue();
            else
                value.WriteTo(json);
        }

        json.WriteStartArray("criteria");
        var criteria = all.Where(item => item.Kind == SetItemKind.Criterion && item.GroupKey == group.Key).OrderBy(item => item.Order).ThenBy(item => item.Id);
        foreach (var (criterion, i) in criteria.Select((item, i) => (item, i)))
        {
            ordered.Add(criterion);
            places[$"groups/{place}/criteria/{i}"] = criterion;
            json.WriteRawValue(criterion.Json, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
