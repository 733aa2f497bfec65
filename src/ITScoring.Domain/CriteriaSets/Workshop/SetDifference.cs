namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>One difference between two versions of a set, in Vietnamese words.</summary>
/// <param name="Kind">What it stands in.</param>
/// <param name="Code">Of the item; empty: of the head or the classes.</param>
/// <param name="Field">Which part of the item changed; null: the item itself came or went.</param>
/// <param name="From">Null: it is new.</param>
/// <param name="To">Null: it is gone.</param>
public sealed record SetDifference(SetItemKind Kind, string Code, string? Field, string? From, string? To);
