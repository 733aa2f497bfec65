using System.CommandLine;
using System.Text;
using ITScoring.Data;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands;

/// <summary><c>migrate</c>: brings the configured database to this program's version and adds the reference data; needs no site.</summary>
public static class MigrateCommand
{
    public static Command Create(CommandOutput output)
    {
        var command = new Command("migrate", "Nâng cấp cơ sở dữ liệu trong cấu hình lên phiên bản của chương trình này.");
        command.SetAction((_, cancellationToken) => RunAsync(output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, CancellationToken cancellationToken)
    {
        try
        {
            using var host = CommandHost.Create().Build();
            await using var scope = host.Services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().MigrateAsync(cancellationToken);
            var summary = applied.Count == 0
                ? "Cơ sở dữ liệu đã ở phiên bản mới nhất.\n"
                : $"Đã áp dụng {applied.Count} bước nâng cấp: {string.Join(", ", applied)}.\n";
            return await output.ResultAsync(Encoding.UTF8.GetBytes(summary), file: null);
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }
}
