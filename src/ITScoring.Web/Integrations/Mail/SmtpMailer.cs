using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Integrations.Mail;

/// <summary>The mail server of the settings.</summary>
public sealed class SmtpMailer(IOptions<MailOptions> options)
{
    public static readonly IReadOnlyDictionary<string, SecureSocketOptions> Securities = new Dictionary<string, SecureSocketOptions>
    {
        ["StartTls"] = SecureSocketOptions.StartTls,
        ["Tls"] = SecureSocketOptions.SslOnConnect,
        ["None"] = SecureSocketOptions.None,
    };

    /// <exception cref="MailProblem">The server cannot be reached or does not let us in.</exception>
    public async Task<SmtpConnection> ConnectAsync(CancellationToken cancel)
    {
        var client = new SmtpClient();
        var connection = new SmtpConnection(client, TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            await connection.StepAsync("Không kết nối được máy chủ thư", async stop =>
            {
                await client.ConnectAsync(options.Value.Host, options.Value.Port, Securities[options.Value.Security], stop);
                if (options.Value.User.Length > 0)
                    await client.AuthenticateAsync(options.Value.User, options.Value.Password, stop);
            }, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
