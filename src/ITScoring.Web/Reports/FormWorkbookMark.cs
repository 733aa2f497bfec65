namespace ITScoring.Web.Reports;

/// <summary>How one question stood when the workbook was made.</summary>
/// <param name="Version">Of the stored answer; 0: there was none.</param>
/// <param name="Value">Fingerprint of the stored value.</param>
/// <param name="Note">Fingerprint of the stored note.</param>
/// <param name="Shown">Fingerprint of the value that the workbook's own cells read as.</param>
/// <param name="Lines">Lines that its table has for rows; 0 for other questions.</param>
public sealed record FormWorkbookMark(int Version, string Value, string Note, string Shown, int Lines);
