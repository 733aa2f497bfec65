using System.Text.Json.Nodes;

namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>
/// One item of a criteria set that is being written: what stands in the file for it, however unfinished. People edit items, so two who work on different ones
/// never collide.
/// </summary>
public sealed class SetItem : IVersioned
{
    private SetItem()
    {
    }

    /// <param name="groupKey">Of a criterion: the key of its group; else null.</param>
    public SetItem(string key, SetItemKind kind, string? groupKey, int order, string json) =>
        (Key, Kind, GroupKey, Order, Json) = (key, kind, groupKey, order, json);

    public int Id { get; private set; }

    public int CriteriaSetVersionId { get; private set; }

    /// <summary>Stands in addresses; unique in the draft and never changed.</summary>
    public string Key { get; private set; } = "";

    public SetItemKind Kind { get; private set; }

    public string? GroupKey { get; private set; }

    /// <summary>Among the items of its kind (a criterion: of its group).</summary>
    public int Order { get; private set; }

    /// <summary>An object as the format has it, perhaps with parts that the format refuses; of the classes an object with the one key <c>classes</c>.</summary>
    public string Json { get; private set; } = "{}";

    public int Version { get; private set; }

    public static string NewKey() => Guid.NewGuid().ToString("N")[..12];

    public JsonObject Read() => JsonNode.Parse(Json)!.AsObject();

    public void Put(string json) => Json = json;

    public void Place(int order) => Order = order;

}
