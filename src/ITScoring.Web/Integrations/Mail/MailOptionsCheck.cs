using Microsoft.Extensions.Options;
using MimeKit;

namespace ITScoring.Web.Integrations.Mail;

/// <summary>Refuses to start with mail switched on and settings that cannot work.</summary>
public sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!options.Enabled)
            return ValidateOptionsResult.Success;
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Host))
            problems.Add("Thiếu cấu hình Mail:Host (máy chủ thư).");
        if (options.Port is < 1 or > 65535)
            problems.Add("Cấu hình Mail:Port phải từ 1 đến 65535.");
        if (!SmtpMailer.Securities.ContainsKey(options.Security))
            problems.Add($"Cấu hình Mail:Security là “{options.Security}”, nhưng chỉ nhận {string.Join(", ", SmtpMailer.Securities.Keys)}.");
        if (!MailboxAddress.TryParse(options.From, out _))
            problems.Add("Thiếu cấu hình Mail:From (địa chỉ người gửi), hoặc địa chỉ không đúng.");
        if (!Uri.TryCreate(options.PortalAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            problems.Add("Thiếu cấu hình Mail:PortalAddress (địa chỉ của cổng để ghi trong thư), bắt đầu bằng http:// hoặc https://.");
        if (options.TimeoutSeconds is < 1 or > 120)
            problems.Add("Cấu hình Mail:TimeoutSeconds phải từ 1 đến 120.");
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
