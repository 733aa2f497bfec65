namespace ITScoring.Web.Features.SharedFigures;

/// <summary>A figure of a preview.</summary>
/// <param name="Stored">The stored value that the preview showed; null: there was none.</param>
public sealed record SharedTicketLine(int AgencyId, string QuestionCode, string Json, string Place, string? Stored);
