namespace ITScoring.Domain.Agencies;

/// <summary>An agency that is merged, with its say in the restated figure.</summary>
/// <param name="Weight">For a weighted mean; null: not stated.</param>
/// <param name="IsMain">Whether its figure is the one that counts by the rule of the main agency.</param>
public sealed record RestructuringPart(Agency Agency, int? Weight = null, bool IsMain = false);
