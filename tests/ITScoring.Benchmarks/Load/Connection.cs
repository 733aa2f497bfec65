using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ITScoring.Benchmarks.Load;

/// <summary>One HTTP/1.1 connection that is kept open; reads an answer to its end and throws its body away. Does as little as it can.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Action<string>? _cookieSet;
    private int _at;
    private int _end;

    private Connection(Action<string>? cookieSet) => _cookieSet = cookieSet;

    /// <param name="cookieSet">Is told the value of every <c>Set-Cookie</c> header.</param>
    public static async Task<Connection> OpenAsync(Uri address, Action<string>? cookieSet)
    {
        var connection = new Connection(cookieSet);
        await connection._socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        return connection;
    }

    /// <summary>Sends a whole request; answers the status and the size of the body.</summary>
    /// <exception cref="IOException">The connection ended, or what came is not HTTP/1.1.</exception>
    public async ValueTask<(int Status, int Bytes)> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var line = await LineAsync();
        if (!line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            throw new IOException($"Not an HTTP/1.1 answer: {line}");
        var status = int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var length = 0;
        var chunked = false;
        while ((line = await LineAsync()).Length > 0)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan(15).Trim(), CultureInfo.InvariantCulture);
            else if (line.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase))
                chunked = line.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
            else if (_cookieSet is not null && line.StartsWith("Set-Cookie:", StringComparison.OrdinalIgnoreCase))
                _cookieSet(line[11..].Trim());
        }

        if (!chunked)
        {
            await SkipAsync(length);
            return (status, length);
        }

        while (true)
        {
            var size = int.Parse(await LineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await SkipAsync(size);
            await LineAsync();
            length += size;
            if (size == 0)
                return (status, length);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<string> LineAsync()
    {
        while (true)
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOf("\r\n"u8);
            if (found >= 0)
            {
                var line = Encoding.ASCII.GetString(_buffer, _at, found);
                _at += found + 2;
                return line;
            }

            if (_at > 0)
            {
                Buffer.BlockCopy(_buffer, _at, _buffer, 0, _end - _at);
                (_at, _end) = (0, _end - _at);
            }

            await FillAsync();
        }
    }

    private async ValueTask SkipAsync(int bytes)
    {
        while (bytes > 0)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, 0);
                await FillAsync();
            }

            var step = Math.Min(bytes, _end - _at);
            _at += step;
            bytes -= step;
        }
    }

    private async ValueTask FillAsync()
    {
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_end));
        if (read == 0)
            throw new IOException("The site closed the connection.");
        _end += read;
    }
}
