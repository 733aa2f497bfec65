namespace ITScoring.Web.Integrations.Mail;

/// <summary>The mail server (section <c>Mail</c>). Off unless switched on; notices then stand in the portal only.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public bool Enabled { get; set; }

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c> (the server must offer it), <c>Tls</c> from the first byte, or <c>None</c> for a server on the same machine.</summary>
    public string Security { get; set; } = "StartTls";

    /// <summary>Empty: the server asks for no name.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Address of the sender.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "Cổng đánh giá ứng dụng CNTT";

    /// <summary>Where the portal is seen from outside, for the links in mails, e.g. <c>https://danhgia.quangbinh.gov.vn</c>.</summary>
    public string PortalAddress { get; set; } = "";

    /// <summary>Longest wait for the server, for one step.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}
