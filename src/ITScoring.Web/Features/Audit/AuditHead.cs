namespace ITScoring.Web.Features.Audit;

/// <summary>The end of the chain of sealed blocks.</summary>
/// <param name="Head">Lower-case hexadecimal SHA-256.</param>
public sealed record AuditHead(int Number, long LastId, string Head, DateTime SealedAt);
