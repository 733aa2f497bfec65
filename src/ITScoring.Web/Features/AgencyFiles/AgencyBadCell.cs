namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>Something in an uploaded workbook that cannot be taken.</summary>
/// <param name="Place">Sheet and cell, in words.</param>
/// <param name="Typed">What stands there.</param>
/// <param name="Problem">What is wrong with it and how to mend it.</param>
public sealed record AgencyBadCell(string Place, string Typed, string Problem);
