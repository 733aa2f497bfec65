using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Workflow;

/// <summary>One row of the verb table.</summary>
/// <param name="Name">The verb as people read it, in the middle of a sentence.</param>
/// <param name="Submissions">The form's states, or null where the verb concerns no single form.</param>
public sealed record VerbRule(
    Verb Verb,
    string Name,
    IReadOnlySet<Role> Roles,
    IReadOnlySet<PeriodState> Periods,
    IReadOnlySet<SubmissionState>? Submissions);
