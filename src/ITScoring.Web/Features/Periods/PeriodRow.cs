using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Periods;

/// <summary>One agency on the manager's page.</summary>
public sealed record PeriodRow(PeriodAgency Agency, Submission? Submission, Deadline? Deadline, string Reviewers, int Decided);
