using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace ITScoring.Web.Integrations.Mail;

/// <summary>An open connection to the mail server; mails are handed over one after the other.</summary>
public sealed class SmtpConnection(SmtpClient client, TimeSpan patience) : IAsyncDisposable
{
    private const int MostOfAnAnswer = 200;

    /// <exception cref="MailProblem">The server did not take the mail.</exception>
    public Task SendAsync(MimeMessage mail, CancellationToken cancel) => StepAsync("Máy chủ thư không nhận", stop => client.SendAsync(mail, stop), cancel);

    /// <summary>Asks whether the server still listens (NOOP); sends nothing.</summary>
    /// <exception cref="MailProblem">It does not.</exception>
    public Task AskAsync(CancellationToken cancel) => StepAsync("Máy chủ thư không trả lời", stop => client.NoOpAsync(stop), cancel);

    public async ValueTask DisposeAsync()
    {
        using (client)
        {
            try
            {
                using var stop = new CancellationTokenSource(patience);
                await client.DisconnectAsync(true, stop.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
            {
                // Whatever was taken is taken; a goodbye that fails changes nothing.
            }
        }
    }

    internal async Task StepAsync(string failed, Func<CancellationToken, Task> step, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(patience);
        try
        {
            await step(stop.Token);
        }
        catch (SmtpCommandException e)
        {
            throw new MailProblem($"{failed}: {(int)e.StatusCode} {Short(e.Message)}", !client.IsConnected, e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new MailProblem($"{failed}: không trả lời trong {patience.TotalSeconds:0} giây", true, e);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException or MailKit.Security.SslHandshakeException or MailKit.Security.AuthenticationException or NotSupportedException or TimeoutException)
        {
            throw new MailProblem($"{failed}: {Short(e.Message)}", true, e);
        }
    }

    private static string Short(string answer)
    {
        var line = answer.ReplaceLineEndings(" ").Trim();
        return line.Length > MostOfAnAnswer ? line[..MostOfAnAnswer] + "…" : line;
    }
}
