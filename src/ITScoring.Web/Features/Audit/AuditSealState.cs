namespace ITScoring.Web.Features.Audit;

/// <summary>How far the audit log is sealed.</summary>
/// <param name="Last">The last block; null: there is none.</param>
/// <param name="Dropped">Blocks whose rows were deleted because they were old enough.</param>
/// <param name="Tail">Rows behind the last block.</param>
/// <param name="TailSince">When the first of them was written.</param>
public sealed record AuditSealState(AuditHead? Last, int Dropped, int Tail, DateTime? TailSince);
