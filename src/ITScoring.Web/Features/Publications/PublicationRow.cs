using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Publications;

/// <summary>A publication of a period with the files that this reader may fetch.</summary>
/// <param name="Decision">The signed decision; null: none was attached.</param>
public sealed record PublicationRow(Publication Publication, string Sha256, IReadOnlyList<PublicationFileRow> Files, SignedDocument? Decision);
