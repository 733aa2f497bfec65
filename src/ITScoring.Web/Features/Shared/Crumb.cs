namespace ITScoring.Web.Features.Shared;

/// <summary>One step of the way to a page.</summary>
/// <param name="Href">Null for the page itself, which comes last.</param>
public sealed record Crumb(string Text, string? Href = null);
