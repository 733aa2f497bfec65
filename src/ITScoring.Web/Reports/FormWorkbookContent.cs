using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>What a form's workbook is made of.</summary>
/// <param name="Heading">Name of the period.</param>
/// <param name="Facts">What the first sheet says about period and form, as name and text.</param>
/// <param name="Notice">Stands on every sheet; null: nothing to say.</param>
/// <param name="Questions">By code: how each question of the set stands.</param>
public sealed record FormWorkbookContent(
    CriteriaSet Set,
    string Heading,
    string AgencyName,
    IReadOnlyList<(string Name, string Text)> Facts,
    string? Notice,
    FormWorkbookStamp Stamp,
    IReadOnlyDictionary<string, FormWorkbookQuestion> Questions);
