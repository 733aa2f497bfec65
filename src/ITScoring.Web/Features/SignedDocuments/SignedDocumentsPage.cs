using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.SignedDocuments;

/// <summary>The signed documents of a period, and the form to attach one.</summary>
/// <param name="Rows">Those that stand first, then those that were replaced; each latest first.</param>
/// <param name="Kinds">That this person may attach; empty: none.</param>
/// <param name="Decisions">Numbers and dates by which the result was approved and corrected.</param>
/// <param name="Replacing">The one whose place the next takes; null: none.</param>
/// <param name="MostFileBytes">Of one file.</param>
public sealed record SignedDocumentsPage(
    Period Period, IReadOnlyList<SignedDocumentRow> Rows, IReadOnlyList<SignedDocumentKind> Kinds, IReadOnlyList<DocumentReference> Decisions, SignedDocument? Replacing, long MostFileBytes)
{
    public string Path => $"/signed-documents/{Period.Code}";

    public bool MayAttach => Kinds.Count > 0;
}
