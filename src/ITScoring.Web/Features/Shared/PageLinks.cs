namespace ITScoring.Web.Features.Shared;

/// <summary>The way to the other pages of a list.</summary>
/// <param name="Link">Address of a page by its number.</param>
public sealed record PageLinks(int Number, int Pages, int Total, Func<int, string> Link);
