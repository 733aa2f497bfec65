using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Publications;

/// <summary>One publication as it was made.</summary>
/// <param name="ReplacedBy">Number of the publication that corrected it; null: it stands.</param>
/// <param name="Replaces">Number of the publication that it corrects.</param>
/// <param name="Changes">Against that one.</param>
/// <param name="Decision">The signed decision; null: none was attached.</param>
public sealed record PublicationPage(Period Period, Publication Publication, PublicRecord Record, string Sha256, int? ReplacedBy, int? Replaces, IReadOnlyList<PublicationChange> Changes, SignedDocument? Decision);
