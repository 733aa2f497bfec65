using System.CommandLine;
using System.Globalization;
using System.Text;
using ITScoring.Data;
using ITScoring.Web.Features.Integrity;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands;

/// <summary><c>check-integrity</c>: lists states of the database and the file store that the portal itself never makes.</summary>
public static class CheckIntegrityCommand
{
    public static Command Create(CommandOutput output)
    {
        var command = new Command("check-integrity", "Kiểm tra toàn vẹn dữ liệu: nêu điều trái quy tắc, ở đâu và cách xử lý.");
        command.SetAction((_, cancel) => RunAsync(output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, CancellationToken cancel)
    {
        try
        {
            var builder = CommandHost.Create();
            builder.Services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section);
            builder.Services.AddSingleton<IFileStore, DiskFileStore>();
            builder.Services.AddSingleton<CriteriaSetCache>();
            builder.Services.AddIntegrityChecks();
            using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().RequireCurrentAsync(cancel);
            var results = await scope.ServiceProvider.GetRequiredService<IntegrityQuery>().RunAsync(cancel);
            var written = await output.ResultAsync(Encoding.UTF8.GetBytes(Words(results)), file: null);
            return written != ExitCode.Yes ? written : results.All(r => r.Findings.Count == 0) ? ExitCode.Yes : ExitCode.DoesNotHold;
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }

    private static string Words(IReadOnlyList<IntegrityResult> results)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{result.Name}: {(result.Findings.Count == 0 ? "đúng" : $"{result.Findings.Count} chỗ")}.\n");
            foreach (var finding in result.Findings)
                text.Append(CultureInfo.InvariantCulture, $"- {finding.What} ({finding.Where}) {finding.Mend}\n");
        }

        return text.ToString();
    }
}
