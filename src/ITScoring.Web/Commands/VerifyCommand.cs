using System.CommandLine;
using System.Text;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Commands;

/// <summary><c>verify PACKAGE.zip</c>: computes a published result again from its package alone; needs no database.</summary>
public static class VerifyCommand
{
    public static Command Create(CommandOutput output)
    {
        var package = new Argument<string>("package") { Description = "Gói kết quả (ZIP) tải từ cổng." };
        var command = new Command("verify", "Tính lại kết quả đã công bố từ gói kết quả, nêu từng chỗ khác.") { package };
        command.SetAction((parsed, _) => RunAsync(output, parsed.GetRequiredValue(package)));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string path)
    {
        if (await output.ReadAsync(path) is not { } bytes)
            return ExitCode.Unusable;
        var report = PackageZip.Check(new MemoryStream(bytes), out var files);
        if (report.Verdict is PackageVerdict.Foreign or PackageVerdict.Damaged)
        {
            output.Problem($"{path}: {report.Verdict.Name()}.");
            foreach (var finding in report.Findings)
                output.Problem($"{path}: {finding}");
            return ExitCode.Unusable;
        }

        var text = new StringBuilder();
        foreach (var line in new[] { $"{report.Verdict.Name()}.", PackageWords.Subject(report), report.Manifest?.Notice, PackageWords.Extent(report), PackageSignature.Of(files)?.InWords, PackageWords.Engine(report), PackageWords.AuditHead(report) }.Where(l => !string.IsNullOrEmpty(l)))
            text.Append(line).Append('\n');
        foreach (var finding in report.Findings)
            text.Append("- ").Append(finding).Append('\n');
        var written = await output.ResultAsync(Encoding.UTF8.GetBytes(text.ToString()), file: null);
        return written != ExitCode.Yes ? written : report.Verdict == PackageVerdict.Matches ? ExitCode.Yes : ExitCode.DoesNotHold;
    }
}
