using System.Text;

namespace ITScoring.Domain.CriteriaSets.Json;

/// <summary>A JSON value that knows where it stands; numbers keep the digits of the file, so nothing passes through binary floating point.</summary>
internal sealed class JsonItem(JsonItem? parent, string? key, int index, JsonKind kind, string? text, long offset)
{
    // Only large objects are worth an index; the members are complete when somebody asks.
    private Dictionary<string, JsonItem>? _byName;

    public JsonKind Kind => kind;

    /// <summary>The text of a string, the digits of a number.</summary>
    public string Text => text!;

    /// <summary>Byte offset in the file, for listing problems in its order.</summary>
    public long Offset => offset;

    public JsonItem? Parent => parent;

    /// <summary>Elements of an array.</summary>
    public List<JsonItem> Items { get; } = kind == JsonKind.Array ? [] : None;

    /// <summary>Members of an object in the order of the file, a repeated key included.</summary>
    public List<(string Key, JsonItem Value)> Members { get; } = kind == JsonKind.Object ? [] : NoMembers;

    /// <summary>RFC 6901.</summary>
    public string Pointer
    {
        get
        {
            var steps = new Stack<string>();
            for (var item = this; item.Parent is not null; item = item.Parent)
                steps.Push(item.Step);
            var pointer = new StringBuilder();
            foreach (var step in steps)
                pointer.Append('/').Append(step);
            return pointer.ToString();
        }
    }

    public string KindName => kind switch
    {
        JsonKind.Object => "một đối tượng {…}",
        JsonKind.Array => "một danh sách […]",
        JsonKind.Text => "chuỗi",
        JsonKind.Number => "số",
        JsonKind.Null => "null",
        _ => "true/false",
    };

    private static List<JsonItem> None { get; } = [];

    private static List<(string Key, JsonItem Value)> NoMembers { get; } = [];

    private string Step => key?.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
        ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The first member of that name.</summary>
    public JsonItem? Find(string name)
    {
        if (Members.Count > 32)
        {
            if (_byName is null)
            {
                _byName = new Dictionary<string, JsonItem>(Members.Count);
                foreach (var (member, value) in Members)
                    _byName.TryAdd(member, value);
            }

            return _byName.GetValueOrDefault(name);
        }

        foreach (var (member, value) in Members)
        {
            if (member == name)
                return value;
        }

        return null;
    }

    /// <summary>To be called after the members were changed.</summary>
    public void Forget() => _byName = null;

    /// <summary>A member's text without any check; null: there is none, or it is no text.</summary>
    public string? TextOf(string name) => Find(name) is { Kind: JsonKind.Text } found ? found.Text : null;
}
