using System.CommandLine;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Features.Audit;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands;

/// <summary><c>audit-retention --keep-months N</c>: deletes the rows of sealed blocks that are older; the blocks and their heads stay.</summary>
public static class AuditRetentionCommand
{
    public static Command Create(CommandOutput output)
    {
        var months = new Option<int>("--keep-months") { Description = $"Giữ nhật ký ngần này tháng kể từ lúc niêm phong, ít nhất {AuditDrop.LeastMonths}.", Required = true };
        var command = new Command("audit-retention", "Xóa các dòng nhật ký đã quá thời hạn lưu giữ, theo từng khối đã niêm phong.") { months };
        command.SetAction((parsed, cancel) => RunAsync(output, parsed.GetValue(months), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, int months, CancellationToken cancel)
    {
        if (months is < AuditDrop.LeastMonths or > AuditDrop.MostMonths)
        {
            output.Problem($"--keep-months phải từ {AuditDrop.LeastMonths} đến {AuditDrop.MostMonths} tháng.");
            return ExitCode.Unusable;
        }

        try
        {
            var builder = CommandHost.Create();
            builder.Services.AddScoped<AuditSeals>();
            builder.Services.AddScoped<AuditVerification>();
            builder.Services.AddScoped<AuditRetention>();
            using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().RequireCurrentAsync(cancel);
            // What was tampered with must be seen before its trace is deleted.
            var report = await scope.ServiceProvider.GetRequiredService<AuditVerification>().RunAsync(cancel);
            if (!report.Holds)
            {
                foreach (var problem in report.Problems)
                    output.Problem(problem);
                output.Problem("Nhật ký không khớp với các khối đã niêm phong nên chưa xóa gì. Xem bằng lệnh verify-audit.");
                return ExitCode.DoesNotHold;
            }

            var (blocks, rows) = await scope.ServiceProvider.GetRequiredService<AuditRetention>().DropAsync(months, cancel);
            var done = blocks.Count == 0 ? "Không có khối nào quá thời hạn lưu giữ.\n" : $"Đã xóa {rows} dòng của {blocks.Count} khối ({blocks[0]}–{blocks[^1]}); mã của các khối vẫn giữ.\n";
            return await output.ResultAsync(Encoding.UTF8.GetBytes(done), file: null);
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }
}
