namespace ITScoring.Web.Commands.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Path">Below the backup's folder, with slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Size, string Sha256);
