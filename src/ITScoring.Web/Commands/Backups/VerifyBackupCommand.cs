using System.CommandLine;
using System.Text;
using ITScoring.Data;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands.Backups;

/// <summary><c>verify-backup FOLDER</c>: whether everything that the manifest names is there, whole, and can be read.</summary>
public static class VerifyBackupCommand
{
    public static Command Create(CommandOutput output)
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục của bản sao lưu." };
        var command = new Command("verify-backup", "Kiểm tra một bản sao lưu, nêu từng chỗ hỏng.") { folder };
        command.SetAction((parsed, cancel) => RunAsync(output, parsed.GetRequiredValue(folder), cancel));
        return command;
    }

    internal static string Summary(BackupManifest manifest) =>
        $"Bản sao lưu lúc {VietnamTime.Moment(manifest.Created)}, phiên bản {manifest.Program}: {manifest.Files.Count} tệp, {Display.Size(manifest.Files.Sum(f => f.Size))}."
        + (manifest.Provider == nameof(DatabaseProvider.Sqlite) ? "" : " Cơ sở dữ liệu SQL Server không nằm trong thư mục này; kiểm tra bằng RESTORE VERIFYONLY trên máy chủ.");

    private static async Task<int> RunAsync(CommandOutput output, string folder, CancellationToken cancel)
    {
        try
        {
            var check = await BackupCheck.OfAsync(folder, cancel);
            foreach (var fault in check.Faults)
                output.Problem(fault);
            if (check.Manifest is null)
                return ExitCode.Unusable;
            var verdict = check.Faults.Count == 0 ? "Bản sao lưu nguyên vẹn." : $"Bản sao lưu có {check.Faults.Count} chỗ hỏng.";
            var written = await output.ResultAsync(Encoding.UTF8.GetBytes($"{Summary(check.Manifest)}\n{verdict}\n"), file: null);
            return written != ExitCode.Yes ? written : check.Faults.Count == 0 ? ExitCode.Yes : ExitCode.DoesNotHold;
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }
}
