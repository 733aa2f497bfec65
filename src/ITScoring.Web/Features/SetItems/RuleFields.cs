using System.Text.Json.Nodes;

namespace ITScoring.Web.Features.SetItems;

/// <summary>A rule, or a part of one, on the page of its criterion.</summary>
/// <param name="Path">Pointer of the rule within the criterion.</param>
/// <param name="IsPart">Whether it has a max of its own.</param>
public sealed record RuleFields(ItemPage Page, string Path, bool IsPart, int Depth)
{
    public string Kind => Page.Value(Path + "/kind") ?? "";

    public JsonObject? Rule => Page.Node(Path) as JsonObject;

    public string Field(string key) => $"{Path}/{key}";
}
