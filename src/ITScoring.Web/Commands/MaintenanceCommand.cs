using System.CommandLine;
using System.Globalization;
using System.Text;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands;

/// <summary><c>maintenance on [--until TIME]</c> and <c>off</c>: the switch of the maintenance page, for all processes that see its folder; needs no database.</summary>
public static class MaintenanceCommand
{
    private static readonly string[] Formats = ["HH:mm dd/MM/yyyy", "dd/MM/yyyy HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"];

    public static Command Create(CommandOutput output)
    {
        var until = new Option<string?>("--until") { Description = "Dự kiến xong lúc (giờ Việt Nam), ví dụ \"18:00 30/11/2026\"." };
        var on = new Command("on", "Bật trang bảo trì: mọi trang trả lời 503, trừ kiểm tra sức khỏe và tệp tĩnh.") { until };
        on.SetAction((parsed, _) => RunAsync(output, s => TurnOn(s, parsed.GetValue(until), output)));
        var off = new Command("off", "Tắt trang bảo trì.");
        off.SetAction((_, _) => RunAsync(output, s => s.TurnOff() ? "Đã tắt trang bảo trì.\n" : "Trang bảo trì vốn đang tắt.\n"));
        return new Command("maintenance", "Bật hoặc tắt trang bảo trì.") { on, off };
    }

    private static string? TurnOn(MaintenanceSwitch maintenance, string? until, CommandOutput output)
    {
        DateTime? end = null;
        if (until is not null)
        {
            if (!DateTime.TryParseExact(until.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                output.Problem($"--until “{until}” không phải thời điểm; viết dạng \"18:00 30/11/2026\" (giờ Việt Nam).");
                return null;
            }

            end = DateTime.SpecifyKind(local - VietnamTime.Offset, DateTimeKind.Utc);
        }

        maintenance.TurnOn(end);
        return $"Đã bật trang bảo trì{(end is { } told ? $", dự kiến đến {VietnamTime.Moment(told)}" : "")} (tệp {maintenance.Path}). Tắt bằng lệnh: maintenance off\n";
    }

    private static async Task<int> RunAsync(CommandOutput output, Func<MaintenanceSwitch, string?> act)
    {
        try
        {
            var builder = CommandHost.Create();
            builder.Services.AddOptions<MaintenanceOptions>().BindConfiguration(MaintenanceOptions.Section).ValidateDataAnnotations();
            builder.Services.AddSingleton<MaintenanceSwitch>();
            using var host = builder.Build();
            var maintenance = host.Services.GetRequiredService<MaintenanceSwitch>();
            try
            {
                return act(maintenance) is { } done ? await output.ResultAsync(Encoding.UTF8.GetBytes(done), file: null) : ExitCode.Unusable;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                output.Problem($"Không ghi được tệp {maintenance.Path} (cấu hình Maintenance:File): kiểm tra thư mục và quyền ghi.");
                return ExitCode.Unusable;
            }
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }
}
