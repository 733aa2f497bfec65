namespace ITScoring.Web.Features.SharedFigures;

/// <summary>What is chosen above the list of differences.</summary>
/// <param name="Agency">Code; null: all.</param>
/// <param name="Source">Code of a shared system; null: all.</param>
/// <param name="All">Also what is within the tolerance.</param>
public sealed record DifferenceFilter(string? Agency, string? Source, bool All)
{
    public string Link(string path, int page) => $"{path}?agency={Uri.EscapeDataString(Agency ?? "")}&source={Uri.EscapeDataString(Source ?? "")}{(All ? "&show=all" : "")}&page={page}";
}
