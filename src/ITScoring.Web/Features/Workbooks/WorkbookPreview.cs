namespace ITScoring.Web.Features.Workbooks;

/// <summary>What taking a workbook over would do, before anything is written.</summary>
/// <param name="Ticket">The parts that can be taken, sealed by the portal; null: there are none.</param>
/// <param name="Unchanged">Questions of which neither answer nor note would change.</param>
public sealed record WorkbookPreview(IReadOnlyList<WorkbookChange> Changes, string? Ticket, int Unchanged)
{
    public IReadOnlyList<WorkbookChange> Of(WorkbookChangeKind kind) => [.. Changes.Where(c => c.Kind == kind)];
}
