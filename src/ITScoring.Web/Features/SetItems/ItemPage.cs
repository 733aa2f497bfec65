using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.CriteriaSets;

namespace ITScoring.Web.Features.SetItems;

/// <summary>One item of a draft with everything that helps to write it.</summary>
/// <param name="Json">What the fields show: stored, or typed and not taken.</param>
/// <param name="Version">Of the item as these fields show it.</param>
public sealed record ItemPage(WorkedSet Set, SetItem Item, JsonObject Json, int Version, ExampleLines Lines)
{
    /// <summary>Typed in a way that cannot be understood, by field.</summary>
    public IReadOnlyDictionary<string, string> Slips { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<FieldClash> Clashes { get; init; } = [];

    public string? ClashWith { get; init; }

    /// <summary>By field name; what each expression means, what is wrong with it, what it comes to with the samples.</summary>
    public IReadOnlyDictionary<string, ExpressionTrial> Trials { get; init; } = new Dictionary<string, ExpressionTrial>();

    /// <summary>Questions that the item's expressions and rule name, with the sample that was typed.</summary>
    public IReadOnlyList<(Question Question, string? Sample, string? Problem)> Samples { get; init; } = [];

    /// <summary>Cách tính with the samples; null: the criterion cannot be worked out yet.</summary>
    public Calculation? Calculation { get; init; }

    public IReadOnlyList<SetItem> Uses { get; init; } = [];

    public IReadOnlyList<(DateTime At, string Who, SetChangeKind Change)> History { get; init; } = [];

    public IReadOnlyList<(SetComment Comment, string Who)> Comments { get; init; } = [];

    /// <summary>When it was stored just now, in words.</summary>
    public string? Kept { get; init; }

    /// <summary>Whether the fields hold changes that were not posted with them.</summary>
    public bool Merged { get; init; }

    /// <summary>Who else has the item open, a sentence each.</summary>
    public IReadOnlyList<string> OthersHere { get; init; } = [];

    public bool MayEdit { get; init; }

    public string Path => $"/set-items/{Set.Version.Id}/{Item.Key}";

    public IReadOnlyList<SetProblem> Problems => Set.ProblemsOf(Item);

    public JsonNode? Node(string field)
    {
        JsonNode? node = Json;
        foreach (var step in field.Split('/').Skip(1))
            node = node switch { JsonObject holder => holder[step], JsonArray list when int.TryParse(step, out var place) && place < list.Count => list[place], _ => null };
        return node;
    }

    /// <summary>A field as people type it.</summary>
    public string? Value(string field) => Node(field) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number && Rational.TryParse(value.ToJsonString(), out var number) =>
            (Item.Kind == SetItemKind.Classes ? number * 100 : number).ToDecimalString().Replace('.', ','),
        JsonValue value => value.ToString(),
        JsonArray list => string.Join(", ", list.Select(one => one?.ToString())),
        _ => null,
    };

    public bool Is(string field, bool otherwise) => Node(field) is JsonValue value && value.TryGetValue<bool>(out var yes) ? yes : otherwise;

    public int Count(string field) => Node(field) is JsonArray list ? list.Count : 0;
}
