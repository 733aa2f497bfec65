using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Receipts;

/// <summary>One answer of a receipt.</summary>
/// <param name="Note">The agency's note beside the field; null: none.</param>
public sealed record ReceiptRow(Question Question, string Answer, string? Note, IReadOnlyList<HandedInDocument> Evidence);
