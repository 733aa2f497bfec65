using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.EvidenceStore;

/// <summary>A document of the agency.</summary>
/// <param name="Document">With its file; the latest where forms share one.</param>
/// <param name="Period">Title of the period in whose form it stands.</param>
/// <param name="Questions">Codes that it proves there.</param>
/// <param name="IsUsedHere">Whether it proves the question already.</param>
public sealed record StoreRow(Evidence Document, string Period, IReadOnlyList<string> Questions, bool IsUsedHere);
