namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>What a line of the workbook would change.</summary>
/// <param name="Place">Sheet and row.</param>
/// <param name="What">E.g. <c>Thêm cơ quan STC Sở Tài chính</c>.</param>
/// <param name="Change">From → to; null: it is new.</param>
public sealed record AgencyPreviewLine(string Place, string What, string? Change);
