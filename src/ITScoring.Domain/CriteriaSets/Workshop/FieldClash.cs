using System.Text.Json.Nodes;

namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>A field that two people changed at the same time.</summary>
/// <param name="Mine">Null: taken out.</param>
public sealed record FieldClash(string Field, JsonNode? Mine, JsonNode? Theirs);
