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
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ nêu các bước nâng cấp còn lại kèm câu lệnh SQL; không thay đổi gì." };
        var command = new Command("migrate", "Nâng cấp cơ sở dữ liệu trong cấu hình lên phiên bản của chương trình này.") { dryRun };
        command.SetAction((parsed, cancellationToken) => RunAsync(output, parsed.GetValue(dryRun), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, bool dryRun, CancellationToken cancellationToken)
    {
        try
        {
            var builder = CommandHost.Create();
            // What EF minds about scripts in general is no problem of this database.
            if (dryRun)
                builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
            using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            if (dryRun)
                return await output.ResultAsync(Encoding.UTF8.GetBytes(Plan(await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().PlanAsync(cancellationToken))), file: null);
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

    private static string Plan(IReadOnlyList<PendingMigration> pending)
    {
        if (pending.Count == 0)
            return "-- Cơ sở dữ liệu đã ở phiên bản mới nhất; không có bước nâng cấp nào.\n";
        var text = new StringBuilder($"-- Còn {pending.Count} bước nâng cấp chưa áp dụng: {string.Join(", ", pending.Select(p => p.Name))}.\n-- Chưa thay đổi gì.\n");
        foreach (var migration in pending)
            text.Append($"\n-- {migration.Name}\n").Append(migration.Sql.TrimEnd()).Append('\n');
        return text.ToString();
    }
}
