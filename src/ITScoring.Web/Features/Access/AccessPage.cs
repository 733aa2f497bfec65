using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Access;

/// <summary>Who has what, a page of it.</summary>
public sealed record AccessPage(Paged<AccessRow> Page, string? Search)
{
    public string PageLink(int number) => $"/access?search={Uri.EscapeDataString(Search ?? "")}&page={number}";
}
