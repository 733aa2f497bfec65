using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>Page of an import: the preview, or why there is none.</summary>
/// <param name="Notice">What was stored before the rest had to be asked about.</param>
public sealed record WorkbookPage(OwnForm Form, WorkbookPreview? Preview, string? Notice = null);
