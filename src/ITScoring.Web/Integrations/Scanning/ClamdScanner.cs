using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Integrations.Scanning;

/// <summary>
/// Asks a ClamAV daemon by its INSTREAM command (clamd(8)): chunks with their length in four bytes, big-endian, an empty
/// one at the end, and one line as the answer.
/// </summary>
public sealed class ClamdScanner(IOptions<ScanOptions> options) : IVirusScanner
{
    private const int ChunkBytes = 64 * 1024;
    private const int LongestAnswer = 4096;
    private const string Stream = "stream: ";
    private const string Found = " FOUND";

    public bool IsConfigured => options.Value.Address.Length > 0;

    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancel) => Read(await ConnectedAsync((line, stop) => AskAsync(line, content, stop), cancel));

    /// <summary>Asks whether the daemon is there (PING) and what it is (VERSION), e.g. "ClamAV 1.4.2/27500/Fri Nov 20 …": program, signatures and their day.</summary>
    /// <exception cref="IOException">It could not be asked, or answered something else.</exception>
    public async Task<string> VersionAsync(CancellationToken cancel)
    {
        var pong = await ConnectedAsync((line, stop) => SayAsync(line, "zPING\0", stop), cancel);
        return pong == "PONG" ? await ConnectedAsync((line, stop) => SayAsync(line, "zVERSION\0", stop), cancel) : throw new IOException($"The virus scanner answered “{pong}”.");
    }

    private async Task<string> ConnectedAsync(Func<NetworkStream, CancellationToken, Task<string>> talk, CancellationToken cancel)
    {
        var address = ScannerAddress.Read(options.Value.Address) ?? throw new IOException("No virus scanner is set up.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            using var socket = address is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address, limit.Token);
            await using var line = new NetworkStream(socket, ownsSocket: false);
            return await talk(line, limit.Token);
        }
        catch (SocketException e)
        {
            throw new IOException("The virus scanner cannot be reached.", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("The virus scanner took too long.", e);
        }
    }

    private static async Task<string> SayAsync(NetworkStream line, string command, CancellationToken cancel)
    {
        await line.WriteAsync(Encoding.ASCII.GetBytes(command), cancel);
        return await AnswerAsync(line, new byte[LongestAnswer], cancel);
    }

    private static async Task<string> AskAsync(NetworkStream line, Stream content, CancellationToken cancel)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var buffer = ArrayPool<byte>.Shared.Rent(4 + ChunkBytes);
        try
        {
            try
            {
                int read;
                while ((read = await content.ReadAsync(buffer.AsMemory(4, ChunkBytes), cancel)) > 0)
                {
                    BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                    await line.WriteAsync(buffer.AsMemory(0, 4 + read), cancel);
                }

                BinaryPrimitives.WriteInt32BigEndian(buffer, 0);
                await line.WriteAsync(buffer.AsMemory(0, 4), cancel);
            }
            catch (IOException)
            {
                // A daemon that stops listening, as at its size limit, has said why before.
            }

            return await AnswerAsync(line, buffer, cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream line, byte[] buffer, CancellationToken cancel)
    {
        var answered = 0;
        for (int read; answered < LongestAnswer && (read = await line.ReadAsync(buffer.AsMemory(answered, LongestAnswer - answered), cancel)) > 0;)
        {
            answered += read;
            if (buffer[answered - 1] == 0)
                break;
        }

        return Encoding.UTF8.GetString(buffer, 0, answered).TrimEnd('\0', '\n', ' ');
    }

    private static ScanAnswer Read(string answer) => answer switch
    {
        Stream + "OK" => new ScanAnswer(null),
        _ when answer.StartsWith(Stream, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) && answer.Length > Stream.Length + Found.Length
            => new ScanAnswer(answer[Stream.Length..^Found.Length]),
        _ => throw new IOException($"The virus scanner answered “{answer}”."),
    };
}
