using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>What an earlier period offers to a new one: every value with its origin. Nothing of it is stored before it is confirmed.</summary>
/// <param name="Form">Proposed, or as typed.</param>
/// <param name="Ended">Agencies of the earlier period that no longer are, with who took over.</param>
/// <param name="ParInWords">The rule of criterion 7.1.3; null: none was set.</param>
/// <param name="Council">Null: there was none.</param>
/// <param name="NotRanked">Reasons by agency, as proposed or typed.</param>
public sealed record CopyPage(
    Period Source,
    CopyForm Form,
    IReadOnlyList<CriteriaSetVersion> Sets,
    IReadOnlyList<CopiedAgency> Agencies,
    IReadOnlyList<string> Ended,
    IReadOnlyList<CopiedAssignment> Assignments,
    string? ParInWords,
    Council? Council,
    IReadOnlyDictionary<int, string> NotRanked)
{
    public string Path => $"/periods/new/from/{Source.Code}";
}
