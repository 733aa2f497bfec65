namespace ITScoring.Web.Features.Audit;

/// <summary>What checking the audit log came to.</summary>
/// <param name="Sealed">Rows in blocks that are still there.</param>
/// <param name="Dropped">Numbers of the blocks whose rows were deleted on purpose.</param>
/// <param name="Problems">A sentence each; empty: the log is as it was written.</param>
/// <param name="Heads">Heads of the blocks by their numbers, as far as the chain holds.</param>
public sealed record AuditReport(AuditSealState State, int Blocks, long Sealed, IReadOnlyList<int> Dropped, IReadOnlyList<string> Problems, IReadOnlyDictionary<int, string> Heads)
{
    public bool Holds => Problems.Count == 0;
}
