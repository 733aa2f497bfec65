using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>A line of the preview.</summary>
/// <param name="Stored">What stands on the portal, in words.</param>
/// <param name="Given">What the workbook says, in words.</param>
/// <param name="Problem">Why it cannot be taken; null when it can.</param>
/// <param name="ChangedBy">Who changed it on the portal since the download, and when; null where nobody did.</param>
/// <param name="IsTicked">Whether the box is ticked.</param>
public sealed record WorkbookChange(WorkbookPart Part, Question Question, WorkbookChangeKind Kind, string Stored, string Given, string? Problem, string? ChangedBy, bool IsTicked);
