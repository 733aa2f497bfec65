using ITScoring.Data.Jobs;
using ITScoring.Domain.Notices;

namespace ITScoring.Web.Features.Outbox;

/// <summary>What became of the mails.</summary>
/// <param name="Counts">Number of mails by state.</param>
/// <param name="Rows">Latest first; the name is the recipient's.</param>
public sealed record OutboxPage(bool IsOn, IReadOnlyDictionary<MailState, int> Counts, IReadOnlyList<(Notice Notice, string Recipient)> Rows, MailState? State, IReadOnlyList<JobLease> Jobs);
