using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ITScoring.Testing;

/// <summary>
/// A mail server on a free port of this machine that speaks SMTP (RFC 5321) over TCP and keeps what it is given. What it does wrong is set by the test.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpMail> _mails = new();
    private readonly Task _work;
    private int _connections;

    public SmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _work = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Mails taken so far, in order.</summary>
    public IReadOnlyList<SmtpMail> Mails => [.. _mails];

    public int Connections => _connections;

    /// <summary>Recipients that are refused with 550.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>Whether every mail is put off with 451 after its text.</summary>
    public bool PutsOff { get; set; }

    /// <summary>Number of mails after whose text the server hangs up instead of answering; it keeps the text then, as a real one may.</summary>
    public int HangsUpAfterText { get; set; }

    /// <summary>Number of mails at whose sender the server hangs up.</summary>
    public int HangsUpAtSender { get; set; }

    /// <summary>Whether it accepts connections and never says a word.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Name and password asked for; null: nobody is asked.</summary>
    public (string Name, string Password)? Account { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using (client)
        {
            try
            {
                // Lines end with CR LF; bytes of the text are kept as they come.
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                if (IsSilent)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                await SayAsync(client, "220 smtp.test ESMTP");
                var (from, to, known) = ("", new List<string>(), Account is null);
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (verb == "QUIT")
                    {
                        await SayAsync(client, "221 bye");
                        return;
                    }

                    if (verb == "MAIL" && HangsUpAtSender > 0)
                    {
                        HangsUpAtSender--;
                        return;
                    }

                    switch (verb)
                    {
                        case "EHLO":
                            await SayAsync(client, Account is null ? "250-smtp.test\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250-smtp.test\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                            break;
                        case "AUTH":
                            known = Account is { } a && line.Split(' ') is [_, "PLAIN", var given] && Encoding.UTF8.GetString(Convert.FromBase64String(given)) == $"\0{a.Name}\0{a.Password}";
                            await SayAsync(client, known ? "235 welcome" : "535 wrong name or password");
                            break;
                        case "MAIL":
                            (from, to) = (AddressIn(line), []);
                            await SayAsync(client, known ? "250 ok" : "530 who are you");
                            break;
                        case "RCPT" when Refused.Contains(AddressIn(line)):
                            await SayAsync(client, "550 no such mailbox");
                            break;
                        case "RCPT":
                            to.Add(AddressIn(line));
                            await SayAsync(client, "250 ok");
                            break;
                        case "DATA" when to.Count == 0:
                            await SayAsync(client, "503 to whom");
                            break;
                        case "DATA":
                            await SayAsync(client, "354 go on");
                            var text = await TextAsync(reader);
                            if (HangsUpAfterText > 0)
                            {
                                HangsUpAfterText--;
                                _mails.Enqueue(new SmtpMail(from, to, text));
                                return;
                            }

                            if (!PutsOff)
                                _mails.Enqueue(new SmtpMail(from, to, text));
                            await SayAsync(client, PutsOff ? "451 try again later" : "250 taken");
                            break;
                        case "RSET" or "NOOP":
                            await SayAsync(client, "250 ok");
                            break;
                        default:
                            await SayAsync(client, "502 unknown");
                            break;
                    }
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The other side or the test is gone.
            }
        }
    }

    /// <summary>Up to the line with a single dot; a doubled dot at a line's start is one (RFC 5321, 4.5.2).</summary>
    private async Task<byte[]> TextAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private Task SayAsync(TcpClient client, string answer) => client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _stop.Token).AsTask();

    private static string AddressIn(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
}
