using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Periods;

/// <summary>One agency on the manager's page.</summary>
/// <param name="Deadline">Null: the period has none yet.</param>
public sealed record PeriodRow(PeriodAgency Agency, Submission? Submission, FormDeadline? Deadline, string Reviewers, int Decided);
