using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using ITScoring.Web.Commands.Backups;
using ITScoring.Web.Commands.Doctor;
using ITScoring.Web.Commands.Sbom;
using ITScoring.Web.Practice;

namespace ITScoring.Web.Commands;

/// <summary>The commands of the program: <c>ITScoring.Web score …</c>. Without one the site starts.</summary>
public static class CommandLine
{
    /// <summary>Runs the command that the arguments name and answers its exit code; null: there is none, start the site.</summary>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        // The host's own settings (--urls, --environment) begin with dashes; a first word without them can only be meant as a command.
        if (args is not [{ } first, ..] || (first.StartsWith('-') && first is not ("--help" or "-h" or "-?")))
            return null;
        using var output = new CommandOutput();
        var root = new RootCommand("Cổng đánh giá mức độ ứng dụng công nghệ thông tin. Không có lệnh nào: chạy trang web.")
        {
            ScoreCommand.Create(output),
            ValidateCommand.Create(output),
            VerifyCommand.Create(output),
            MigrateCommand.Create(output),
            CreateUserCommand.Create(output),
            new Command(PracticeSite.Command, "Chạy trang luyện tập trên dữ liệu riêng (cấu hình Practice:Folder), đặt lại được từ trong trang."),
            VerifyAuditCommand.Create(output),
            AuditRetentionCommand.Create(output),
            CheckIntegrityCommand.Create(output),
            BackupCommand.Create(output),
            VerifyBackupCommand.Create(output),
            RestoreCommand.Create(output),
            MaintenanceCommand.Create(output),
            DoctorCommand.Create(output),
            SbomCommand.Create(output),
        };
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is HelpAction)
        {
            using var help = new StringWriter();
            await parsed.InvokeAsync(new InvocationConfiguration { Output = help });
            return await output.ResultAsync(Encoding.UTF8.GetBytes(help.ToString()), file: null);
        }

        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = output.Error });
        foreach (var error in parsed.Errors)
            output.Problem($"Sai cú pháp lệnh: {error.Message}");
        output.Problem($"Các lệnh có: {string.Join(", ", root.Subcommands.Select(command => command.Name))}. Xem cách dùng bằng tham số --help.");
        return ExitCode.Unusable;
    }
}
