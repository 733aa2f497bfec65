using ITScoring.Data.Identity;
using ITScoring.Domain.Notices;
using ITScoring.Web.Startup;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ITScoring.Web.Integrations.Mail;

/// <summary>A notice as a mail: plain text under the portal's letter head, with a link to the page that it is about.</summary>
public sealed class NoticeMail(IOptions<MailOptions> options, IOptions<PortalOptions> portal)
{
    /// <param name="recipient">With an address.</param>
    /// <param name="code">The one-time code of an invitation; null: the notice is none.</param>
    public MimeMessage Of(Notice notice, AppUser recipient, string? code = null)
    {
        var from = MailboxAddress.Parse(options.Value.From);
        var mail = new MimeMessage
        {
            // The same at every try: whoever gets a mail twice can tell that it is one.
            MessageId = $"itscoring.{notice.Id}.{notice.CreatedAt.Ticks}@{from.Domain}",
            Date = new DateTimeOffset(VietnamTime.ToLocal(notice.CreatedAt), VietnamTime.Offset),
            Subject = notice.Title,
            // Passes every server on the way, also one that takes seven bits only.
            Body = new TextPart("plain") { Text = Text(notice, recipient, code), ContentTransferEncoding = ContentEncoding.Base64 },
        };
        mail.From.Add(new MailboxAddress(options.Value.FromName, from.Address));
        mail.To.Add(new MailboxAddress(recipient.DisplayName, recipient.Email!));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private string Text(Notice notice, AppUser recipient, string? code) => string.Join('\n',
        portal.Value.ProvinceBody.ToUpper(VietnamTime.Culture),
        portal.Value.LeadAgency,
        "Cổng đánh giá mức độ ứng dụng CNTT",
        "",
        $"Kính gửi: {recipient.DisplayName}",
        "",
        string.Join("\n\n", notice.Body.Split('\n')) + (code is null ? "" : $"\n\nMã mời dùng một lần: {code}"),
        "",
        "Xem trên cổng:",
        options.Value.PortalAddress.TrimEnd('/') + notice.Path,
        "",
        "--",
        "Thư do cổng tự động gửi, đề nghị không trả lời." + (portal.Value.Contact.Length > 0 ? $" Cần hỗ trợ, liên hệ {portal.Value.Contact}." : ""),
        "");
}
