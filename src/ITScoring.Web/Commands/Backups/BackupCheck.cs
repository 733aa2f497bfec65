using System.Security.Cryptography;
using System.Text.Json;
using ITScoring.Data;
using ITScoring.Data.Backups;
using Microsoft.Data.Sqlite;

namespace ITScoring.Web.Commands.Backups;

/// <summary>Looks at a backup as a whole.</summary>
/// <param name="Manifest">Null: there is none that can be read; then the faults say why.</param>
/// <param name="Faults">One sentence each; empty: the backup holds.</param>
public sealed record BackupCheck(BackupManifest? Manifest, IReadOnlyList<string> Faults)
{
    public static async Task<BackupCheck> OfAsync(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            return new BackupCheck(null, [$"{folder}: không có thư mục này."]);
        BackupManifest manifest;
        try
        {
            manifest = BackupManifest.Read(await File.ReadAllBytesAsync(Path.Combine(folder, BackupManifest.FileName), cancel));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return new BackupCheck(null, [$"{BackupManifest.FileName}: không có hoặc không đọc được, nên đây không phải bản sao lưu dùng được ({e.Message.TrimEnd('.')})."]);
        }

        if (manifest.Format != BackupManifest.CurrentFormat)
            return new BackupCheck(null, [$"{BackupManifest.FileName}: dạng “{manifest.Format}”, chương trình này chỉ đọc {BackupManifest.CurrentFormat}."]);
        if (manifest.Files.FirstOrDefault(f => !IsOurs(f.Path)) is { } foreign)
            return new BackupCheck(null, [$"{BackupManifest.FileName}: “{foreign.Path}” không phải đường dẫn của bản sao lưu."]);

        var faults = new List<string>();
        foreach (var file in manifest.Files)
        {
            if (await FaultOfAsync(folder, file, cancel) is { } fault)
                faults.Add($"{file.Path}: {fault}.");
        }

        if (manifest.Provider == nameof(DatabaseProvider.Sqlite))
            faults.AddRange(await DatabaseFaultsAsync(folder, manifest, cancel));
        return new BackupCheck(manifest, faults);
    }

    /// <summary>The names that a backup gives, and no others: they become part of paths.</summary>
    private static bool IsOurs(string path) =>
        path == BackupManifest.DatabaseName
        || (path.Split('/') is ["files", { Length: 2 } first, { Length: 64 } hash] && hash.StartsWith(first, StringComparison.Ordinal) && hash.All(char.IsAsciiHexDigitLower));

    private static async Task<string?> FaultOfAsync(string folder, BackupFile file, CancellationToken cancel)
    {
        try
        {
            await using var content = File.OpenRead(Path.Combine(folder, file.Path));
            return content.Length != file.Size ? $"có {content.Length} byte, bản kê ghi {file.Size} byte"
                : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != file.Sha256 ? "nội dung khác mã SHA-256 trong bản kê"
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "không có tệp này";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"không đọc được ({e.Message.TrimEnd('.')})";
        }
    }

    private static async Task<IReadOnlyList<string>> DatabaseFaultsAsync(string folder, BackupManifest manifest, CancellationToken cancel)
    {
        const string name = BackupManifest.DatabaseName;
        if (!File.Exists(Path.Combine(folder, name)))
            return manifest.Files.Any(f => f.Path == name) ? [] : [$"{name}: bản kê không nêu cơ sở dữ liệu."];
        using var host = CommandHost.Create(Path.Combine(folder, name)).Build();
        await using var scope = host.Services.CreateAsyncScope();
        var content = scope.ServiceProvider.GetRequiredService<DatabaseContent>();
        try
        {
            var faults = (await content.DamagesAsync(cancel)).Select(d => $"{name}: cơ sở dữ liệu hỏng ({d}).").ToList();
            if (faults.Count > 0)
                return faults;
            var last = await content.LastMigrationAsync(cancel);
            if (last != manifest.LastMigration)
                faults.Add($"{name}: bước nâng cấp cuối là “{last}”, bản kê ghi “{manifest.LastMigration}”.");
            if (!content.KnownMigrations().Contains(last))
                faults.Add($"{name}: bước nâng cấp “{last}” do phiên bản khác của chương trình tạo (bản sao lưu ghi phiên bản {manifest.Program}); dùng phiên bản đó.");
            var rows = await content.RowsAsync(cancel);
            faults.AddRange(manifest.Rows.Where(r => rows.GetValueOrDefault(r.Key, -1) != r.Value).Select(r => $"{name}: bảng {r.Key} có {rows.GetValueOrDefault(r.Key)} dòng, bản kê ghi {r.Value}."));
            var kept = manifest.Files.Select(f => f.Path).ToHashSet();
            faults.AddRange((await content.FilesAsync(cancel)).Except(manifest.LeftOut).Where(h => !kept.Contains(BackupManifest.PathOf(h)))
                .Select(h => $"{BackupManifest.PathOf(h)}: cơ sở dữ liệu có tệp này nhưng bản sao lưu không có."));
            return faults;
        }
        catch (SqliteException e)
        {
            return [$"{name}: không đọc được cơ sở dữ liệu ({e.Message.TrimEnd('.')})."];
        }
    }
}
