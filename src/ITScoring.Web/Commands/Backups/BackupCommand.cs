using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using ITScoring.Data;
using ITScoring.Data.Backups;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands.Backups;

/// <summary>
/// <c>backup --to FOLDER</c>: database and evidence together, while the site runs. The database is copied first, at one instant; files never change and are
/// named by their hash, so whatever the copy refers to can be copied after it.
/// </summary>
public static class BackupCommand
{
    public static Command Create(CommandOutput output)
    {
        var to = new Option<string>("--to") { Description = "Thư mục mới chứa bản sao lưu; chưa được có.", Required = true };
        var server = new Option<string?>("--sql-path") { Description = "Chỉ với SQL Server: tệp .bak trên máy chủ cơ sở dữ liệu, máy chủ ghi bằng BACKUP DATABASE … WITH COPY_ONLY." };
        var command = new Command("backup", "Sao lưu cơ sở dữ liệu và tệp tài liệu kiểm chứng, kể cả khi cổng đang chạy.") { to, server };
        command.SetAction((parsed, cancel) => RunAsync(output, parsed.GetRequiredValue(to), parsed.GetValue(server), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string to, string? serverPath, CancellationToken cancel)
    {
        var target = Path.GetFullPath(to);
        var draft = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            if (Path.Exists(target))
            {
                output.Problem($"{to}: đã có; mỗi bản sao lưu cần một thư mục mới, ví dụ kèm ngày giờ trong tên.");
                return ExitCode.Unusable;
            }

            using var host = Host();
            await using var scope = host.Services.CreateAsyncScope();
            var settings = scope.ServiceProvider.GetRequiredService<DatabaseSettings>();
            if (serverPath is not null && settings.Provider != DatabaseProvider.SqlServer)
            {
                output.Problem("--sql-path chỉ dùng với SQL Server; SQLite được sao lưu thẳng vào thư mục.");
                return ExitCode.Unusable;
            }

            Directory.CreateDirectory(draft);
            var (manifest, missing) = await WriteAsync(scope.ServiceProvider, settings, draft, serverPath, cancel);
            await WriteDurablyAsync(Path.Combine(draft, BackupManifest.FileName), manifest.Write(), cancel);
            Directory.Move(draft, target);
            foreach (var hash in missing)
                output.Problem($"{BackupManifest.PathOf(hash)}: cơ sở dữ liệu có tệp này nhưng kho tệp không có hoặc nội dung đã hỏng; bản sao lưu thiếu tệp này.");
            var written = await output.ResultAsync(Encoding.UTF8.GetBytes(Summary(target, manifest, settings)), file: null);
            return written != ExitCode.Yes ? written : missing.Count > 0 ? ExitCode.DoesNotHold : ExitCode.Yes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            output.Problem($"{to}: không ghi được bản sao lưu ({e.Message.TrimEnd('.')}); kiểm tra đường dẫn, quyền ghi và dung lượng trống.");
            return ExitCode.Unusable;
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
        finally
        {
            Discard(draft);
        }
    }

    internal static IHost Host(string? databaseFile = null)
    {
        var builder = CommandHost.Create(databaseFile);
        builder.Services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section).ValidateDataAnnotations();
        builder.Services.AddSingleton<IFileStore, DiskFileStore>();
        return builder.Build();
    }

    private static async Task<(BackupManifest Manifest, IReadOnlyList<string> Missing)> WriteAsync(
        IServiceProvider services, DatabaseSettings settings, string folder, string? serverPath, CancellationToken cancel)
    {
        var (backup, now) = (services.GetRequiredService<DatabaseBackup>(), services.GetRequiredService<TimeProvider>().UtcNow());
        var files = new List<BackupFile>();
        IReadOnlyDictionary<string, long> rows;
        IReadOnlyList<string> wanted;
        string last;
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            var copy = Path.Combine(folder, BackupManifest.DatabaseName);
            backup.CopySqlite(copy);
            files.Add(await EntryAsync(folder, BackupManifest.DatabaseName, cancel));
            using var host = CommandHost.Create(copy).Build();
            await using var scope = host.Services.CreateAsyncScope();
            (rows, wanted, last) = await ReadAsync(scope.ServiceProvider.GetRequiredService<DatabaseContent>(), cancel);
        }
        else
        {
            if (serverPath is not null)
                await backup.BackUpSqlServerAsync(serverPath, cancel);
            (rows, wanted, last) = await ReadAsync(services.GetRequiredService<DatabaseContent>(), cancel);
        }

        var absent = new List<string>();
        foreach (var hash in wanted)
        {
            if (await CopyAsync(services.GetRequiredService<IFileStore>(), hash, folder, cancel) is { } file)
                files.Add(file);
            else
                absent.Add(hash);
        }

        // What the site swept or put in quarantine meanwhile is not missing.
        var still = absent.Count == 0 ? [] : (await services.GetRequiredService<DatabaseContent>().FilesAsync(cancel)).ToHashSet();
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, Telemetry.Version, settings.Provider.ToString(), serverPath, last, now, rows, [.. absent.Where(h => !still.Contains(h))], files);
        return (manifest, [.. absent.Where(still.Contains)]);
    }

    private static async Task<(IReadOnlyDictionary<string, long>, IReadOnlyList<string>, string)> ReadAsync(DatabaseContent content, CancellationToken cancel) =>
        (await content.RowsAsync(cancel), await content.FilesAsync(cancel), await content.LastMigrationAsync(cancel));

    /// <summary>Null: it is not there, or its content is no longer what its name says.</summary>
    private static async Task<BackupFile?> CopyAsync(IFileStore store, string sha256, string folder, CancellationToken cancel)
    {
        await using var content = await store.OpenAsync(sha256, cancel);
        if (content is null)
            return null;
        var path = Path.Combine(folder, BackupManifest.PathOf(sha256));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await content.CopyToAsync(copy, cancel);
            copy.Flush(flushToDisk: true);
        }

        var entry = await EntryAsync(folder, BackupManifest.PathOf(sha256), cancel);
        if (entry.Sha256 == sha256)
            return entry;
        File.Delete(path);
        return null;
    }

    private static async Task<BackupFile> EntryAsync(string folder, string path, CancellationToken cancel)
    {
        await using var content = File.OpenRead(Path.Combine(folder, path));
        return new BackupFile(path, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)));
    }

    private static async Task WriteDurablyAsync(string path, byte[] bytes, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, cancel);
        file.Flush(flushToDisk: true);
    }

    private static string Summary(string target, BackupManifest manifest, DatabaseSettings settings)
    {
        var evidence = manifest.Files.Where(f => f.Path != BackupManifest.DatabaseName).ToList();
        var database = settings.Provider == DatabaseProvider.Sqlite ? "Cơ sở dữ liệu: đã sao lưu."
            : manifest.ServerBackup is { } path ? $"Cơ sở dữ liệu: SQL Server đã ghi {path}; kiểm tra bằng RESTORE VERIFYONLY trên máy chủ."
            : "Cơ sở dữ liệu: CHƯA sao lưu ở đây, việc này do SQL Server làm; thêm --sql-path để lệnh này yêu cầu máy chủ ghi một bản.";
        return $"Đã sao lưu vào {target}.\n{database}\nTệp tài liệu kiểm chứng: {evidence.Count} tệp, {Display.Size(evidence.Sum(f => f.Size))}.\nKiểm tra bản sao lưu bằng lệnh: verify-backup {target}\n";
    }

    private static void Discard(string draft)
    {
        try
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }
}
