using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Receipts;

/// <summary>One receipt as it was made, whatever the form says today.</summary>
public sealed record ReceiptPage(OwnForm Form, FormDeadline Deadline, SubmissionReceipt Receipt, IReadOnlyList<int> Revisions, string SignedBy, IReadOnlyList<ReceiptRow> Rows);
