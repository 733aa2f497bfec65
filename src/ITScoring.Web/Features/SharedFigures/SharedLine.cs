namespace ITScoring.Web.Features.SharedFigures;

/// <summary>A figure that an uploaded file gives, fit to be taken.</summary>
/// <param name="Json">Canonical JSON, as in an answer.</param>
/// <param name="Place">Sheet and cell, or line, in words.</param>
public sealed record SharedLine(int AgencyId, string QuestionCode, string Json, string Place);
