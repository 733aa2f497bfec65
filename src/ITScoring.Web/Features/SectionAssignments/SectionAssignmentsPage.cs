using ITScoring.Data.Identity;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.SectionAssignments;

/// <summary>The editor's page on which the sections are shared out.</summary>
/// <param name="Contributors">Accounts of the agency that can be given a section, by name.</param>
/// <param name="Rows">As stored, or as just typed.</param>
public sealed record SectionAssignmentsPage(OwnForm Form, IReadOnlyList<AppUser> Contributors, IReadOnlyList<SectionAssignmentsPage.Row> Rows, bool CanWrite)
{
    public sealed record Row(Section Section, IReadOnlySet<int> Chosen, string? Due, string? Word);
}
