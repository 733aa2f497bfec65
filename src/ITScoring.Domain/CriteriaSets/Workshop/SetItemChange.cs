namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>One change of a draft: who put what in which item, when. Only ever added; the latest also tells whether a page is out of date.</summary>
public sealed class SetItemChange
{
    private SetItemChange()
    {
    }

    /// <param name="json">What stands there now; null: the item was removed.</param>
    public SetItemChange(CriteriaSetVersion set, SetItem item, SetChangeKind change, int version, string? json, int userId, DateTime at) =>
        (SetKey, ItemKey, Kind, Change, ItemVersion, Json, UserId, At) = (set.Key, item.Key, item.Kind, change, version, json, userId, at);

    public int Id { get; private set; }

    /// <summary><see cref="CriteriaSetVersion.Key"/>; the history outlives a draft that is thrown away.</summary>
    public string SetKey { get; private set; } = "";

    public string ItemKey { get; private set; } = "";

    public SetItemKind Kind { get; private set; }

    public SetChangeKind Change { get; private set; }

    /// <summary>The item's version from then on.</summary>
    public int ItemVersion { get; private set; }

    public string? Json { get; private set; }

    public int UserId { get; private set; }

    public DateTime At { get; private set; }
}
