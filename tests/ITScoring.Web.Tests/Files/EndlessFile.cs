using System.Text;

namespace ITScoring.Web.Tests.Files;

/// <summary>The body of an upload that goes on until the sender gives up.</summary>
internal sealed class EndlessFile(Action afterHead) : Stream
{
    public const string Boundary = "----vo-tan";

    private const int GivesUpAfter = 3_000_000;

    private readonly MemoryStream _head = new(Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"Dở dang.pdf\"\r\n\r\n%PDF-1.4\n"));
    private long _sent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_head.Read(buffer, offset, count) is > 0 and var read)
            return read;
        if (_sent > GivesUpAfter)
            afterHead();
        _sent += count;
        buffer.AsSpan(offset, count).Fill((byte)'x');
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
