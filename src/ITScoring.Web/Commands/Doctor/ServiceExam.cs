using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Integrations.Scanning;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Commands.Doctor;

/// <summary>The services beside the site: mail server and virus scanner.</summary>
internal static class ServiceExam
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(IServiceProvider services, CancellationToken cancel) => [await MailAsync(services, cancel), await ScannerAsync(services, cancel)];

    private static async Task<Finding> MailAsync(IServiceProvider services, CancellationToken cancel)
    {
        var mail = services.GetRequiredService<IOptions<MailOptions>>().Value;
        if (!mail.Enabled)
            return Finding.Mind("Thư điện tử đang tắt; thông báo chỉ hiện trên cổng.", "Bật Mail:Enabled và nêu máy chủ thư nếu cần gửi thư.");
        try
        {
            await using var connection = await services.GetRequiredService<SmtpMailer>().ConnectAsync(cancel);
            await connection.AskAsync(cancel);
            return Finding.Good($"Máy chủ thư {mail.Host}:{mail.Port} trả lời{(mail.User.Length > 0 ? " và nhận đăng nhập" : "")}; không gửi thư nào.");
        }
        catch (MailProblem problem)
        {
            return Finding.Wrong($"Máy chủ thư {mail.Host}:{mail.Port} không dùng được.", $"{problem.Message}. Kiểm tra các cài đặt Mail:… và tường lửa.");
        }
    }

    private static async Task<Finding> ScannerAsync(IServiceProvider services, CancellationToken cancel)
    {
        var scan = services.GetRequiredService<IOptions<ScanOptions>>();
        if (scan.Value.Address.Length == 0)
            return Finding.Mind("Không có chương trình kiểm tra vi-rút; tệp được ghi là chưa kiểm tra.", "Cài clamav-daemon và nêu địa chỉ ở Scan:Address.");
        try
        {
            return Finding.Good($"Kiểm tra vi-rút {scan.Value.Address} trả lời: {await new ClamdScanner(scan).VersionAsync(cancel)}.");
        }
        catch (IOException e)
        {
            return Finding.Wrong($"Chương trình kiểm tra vi-rút {scan.Value.Address} không trả lời.", $"Kiểm tra dịch vụ clamav-daemon đang chạy và Scan:Address ({e.Message.TrimEnd('.')}).");
        }
    }
}
