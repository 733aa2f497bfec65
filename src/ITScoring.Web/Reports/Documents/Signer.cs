namespace ITScoring.Web.Reports.Documents;

/// <summary>Who signs.</summary>
/// <param name="Capacity">In capitals, e.g. <c>GIÁM ĐỐC</c>.</param>
/// <param name="How">In brackets below, e.g. that the seal is set; null: nothing.</param>
/// <param name="Name">Null: the place is left free.</param>
public sealed record Signer(string Capacity, string? How = null, string? Name = null);
