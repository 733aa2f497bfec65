using System.Net;

namespace ITScoring.Benchmarks.Kills;

/// <summary>Bytes that go out piece by piece, as over a line, so that an upload can be cut off in its middle.</summary>
internal sealed class SlowContent(byte[] bytes) : HttpContent
{
    private const int PieceBytes = 32 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var at = 0; at < bytes.Length; at += PieceBytes)
        {
            await stream.WriteAsync(bytes.AsMemory(at, Math.Min(PieceBytes, bytes.Length - at)));
            await stream.FlushAsync();
            await Task.Delay(Pause);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
