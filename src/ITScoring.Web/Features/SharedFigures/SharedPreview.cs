using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>What taking a file of figures over would do, before anything is written.</summary>
/// <param name="Ticket">The figures that can be taken, sealed by the portal; null: none would change anything.</param>
public sealed record SharedPreview(
    SharedSystem Source,
    string FileName,
    IReadOnlyList<SharedBadLine> Bad,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<SharedPreviewLine> New,
    IReadOnlyList<SharedPreviewLine> Changed,
    IReadOnlyList<SharedPreviewLine> Unchanged,
    string? Ticket)
{
    /// <summary>Figures of each kind that the page lists; of more it tells the number. What cannot be taken is always listed in full.</summary>
    public const int MostShown = 500;
}
