namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>Where a new document goes.</summary>
/// <param name="Part">Code of the option or number of the row that it proves; blank: the whole answer.</param>
/// <param name="Replaces">Id of the document whose place it takes.</param>
public sealed record Placing(string? Part = null, int? Replaces = null)
{
    public static readonly Placing AtTheEnd = new();
}
