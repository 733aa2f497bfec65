namespace ITScoring.Domain.Publications.Packages;

/// <summary>A block of the portal's sealed audit log (docs/format/audit-seal.md): the log up to there cannot be written anew without this package telling.</summary>
/// <param name="Head">Lower-case hexadecimal SHA-256.</param>
public sealed record PackageAuditHead(int Number, string Head);
