using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.Receipts;

/// <summary>One answer of a receipt.</summary>
public sealed record ReceiptRow(Question Question, string Answer, IReadOnlyList<string> Evidence);
