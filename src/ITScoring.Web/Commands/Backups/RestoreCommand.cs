using System.CommandLine;
using System.Globalization;
using System.Text;
using ITScoring.Data;
using ITScoring.Data.Backups;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Startup;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Commands.Backups;

/// <summary>
/// <c>restore --from FOLDER [--replace]</c>: puts a backup that was found whole into the configured places. What stood there is renamed, never deleted, and only once all of
/// the backup lies beside it.
/// </summary>
public static class RestoreCommand
{
    public static Command Create(CommandOutput output)
    {
        var from = new Option<string>("--from") { Description = "Thư mục của bản sao lưu.", Required = true };
        var replace = new Option<bool>("--replace") { Description = "Thay cơ sở dữ liệu đang có dữ liệu; bản cũ được đổi tên kèm thời điểm, không bị xóa." };
        var command = new Command("restore", "Khôi phục cơ sở dữ liệu và tệp từ một bản sao lưu. Dừng cổng trước khi chạy.") { from, replace };
        command.SetAction((parsed, cancel) => RunAsync(output, parsed.GetRequiredValue(from), parsed.GetValue(replace), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string from, bool replace, CancellationToken cancel)
    {
        try
        {
            var check = await BackupCheck.OfAsync(from, cancel);
            foreach (var fault in check.Faults)
                output.Problem(fault);
            if (check.Manifest is not { } manifest)
                return ExitCode.Unusable;
            if (check.Faults.Count > 0)
            {
                output.Problem("Bản sao lưu hỏng nên chưa khôi phục gì; dùng một bản khác.");
                return ExitCode.DoesNotHold;
            }

            using var host = BackupCommand.Host();
            var settings = host.Services.GetRequiredService<DatabaseSettings>();
            if (settings.Provider.ToString() != manifest.Provider)
            {
                output.Problem($"Bản sao lưu là của {manifest.Provider}, cấu hình Database:Provider là {settings.Provider}; hai bên phải giống nhau.");
                return ExitCode.Unusable;
            }

            var clock = host.Services.GetRequiredService<TimeProvider>();
            var folder = Path.GetFullPath(host.Services.GetRequiredService<IOptions<FilesOptions>>().Value.Folder, host.Services.GetRequiredService<IHostEnvironment>().ContentRootPath);
            if (await ObstacleAsync(host.Services, settings, folder, replace, cancel) is { } obstacle)
            {
                output.Problem(obstacle);
                return ExitCode.Unusable;
            }

            var done = await PutAsync(from, manifest, settings.File, folder, VietnamTime.ToLocal(clock.UtcNow()).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture), cancel);
            return await output.ResultAsync(Encoding.UTF8.GetBytes($"{VerifyBackupCommand.Summary(manifest)}\n{done}{Next(settings)}"), file: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Problem($"Không ghi được nơi khôi phục ({e.Message.TrimEnd('.')}); kiểm tra quyền ghi và dung lượng trống. Dữ liệu đang có vẫn còn, bản cũ (nếu đã đổi tên) mang đuôi “.cu-” kèm thời điểm.");
            return ExitCode.Unusable;
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }

    /// <summary>Why nothing may be restored here; null: it may.</summary>
    private static async Task<string?> ObstacleAsync(IServiceProvider services, DatabaseSettings settings, string folder, bool replace, CancellationToken cancel)
    {
        var hasFiles = Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any(d => Path.GetFileName(d).Length == 2);
        if (hasFiles && !replace && settings.Provider == DatabaseProvider.SqlServer)
            return $"Kho tệp “{folder}” đã có tệp; thêm --replace để đổi tên kho cũ rồi khôi phục.";
        if (settings.File is not { } file || !File.Exists(file))
            return null;
        if (!replace && await IsUsedAsync(services, cancel))
            return $"Cơ sở dữ liệu “{file}” đã có dữ liệu; thêm --replace để đổi tên bản cũ (không xóa) rồi khôi phục, hoặc chỉ cấu hình sang nơi trống.";
        SqliteConnection.ClearAllPools();
        return DatabaseBackup.TryClose(file) ? null : $"Cơ sở dữ liệu “{file}” đang được một tiến trình khác dùng; dừng cổng (mọi tiến trình) rồi chạy lại.";
    }

    private static async Task<bool> IsUsedAsync(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<DatabaseContent>().IsUsedAsync(cancel);
        }
        catch (SqliteException)
        {
            // Not to be read, so not to be judged.
            return true;
        }
    }

    /// <param name="databaseFile">Null: the server has the database.</param>
    /// <returns>What was done, in lines.</returns>
    private static async Task<string> PutAsync(string from, BackupManifest manifest, string? databaseFile, string folder, string stamp, CancellationToken cancel)
    {
        var (newFolder, newFile) = ($"{folder}.moi-{stamp}", $"{databaseFile}.moi-{stamp}");
        Directory.CreateDirectory(newFolder);
        foreach (var file in manifest.Files.Where(f => f.Path != BackupManifest.DatabaseName))
            await CopyAsync(Path.Combine(from, file.Path), Path.Combine(newFolder, Path.GetRelativePath("files", file.Path)), cancel);
        if (databaseFile is not null)
            await CopyAsync(Path.Combine(from, BackupManifest.DatabaseName), newFile, cancel);

        // From here on renames only.
        var done = new StringBuilder();
        if (databaseFile is not null)
        {
            foreach (var old in new[] { databaseFile, $"{databaseFile}-wal", $"{databaseFile}-shm" }.Where(File.Exists))
            {
                File.Move(old, $"{old}.cu-{stamp}");
                done.Append($"Bản cũ: {old}.cu-{stamp}\n");
            }

            File.Move(newFile, databaseFile);
        }

        if (Directory.Exists(folder))
        {
            Directory.Move(folder, $"{folder}.cu-{stamp}");
            done.Append($"Kho tệp cũ: {folder}.cu-{stamp}\n");
        }

        Directory.Move(newFolder, folder);
        return done.Append($"Đã khôi phục {(databaseFile is null ? "" : $"cơ sở dữ liệu vào {databaseFile} và ")}{manifest.Files.Count(f => f.Path != BackupManifest.DatabaseName)} tệp vào {folder}.\n").ToString();
    }

    private static string Next(DatabaseSettings settings) =>
        (settings.Provider == DatabaseProvider.SqlServer ? "Việc tiếp theo: khôi phục cơ sở dữ liệu trên SQL Server (RESTORE DATABASE), rồi chạy lần lượt:\n" : "Việc tiếp theo, chạy lần lượt:\n")
        + "  migrate   nâng cơ sở dữ liệu lên phiên bản của chương trình này\n  doctor    kiểm tra cấu hình và các dịch vụ\nrồi khởi động cổng.\n";

    private static async Task CopyAsync(string source, string target, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        await using var content = File.OpenRead(source);
        await using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await content.CopyToAsync(copy, cancel);
        copy.Flush(flushToDisk: true);
    }
}
