namespace ITScoring.Web.Features.Shared;

/// <summary>An entry of the top bar.</summary>
public sealed record NavigationItem(string Text, string Href);
