using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ITScoring.Web.Files;

/// <summary>
/// Reads the central directory of a ZIP (APPNOTE 6.3, sections 4.3.12 and 4.3.16) under hard limits, before anything
/// is unpacked. Stricter than unpackers are: nothing may stand before or after it, so that every reader finds the same parts.
/// </summary>
internal static class ZipDirectory
{
    public const int MostParts = 5_000;

    private const int MostDirectoryBytes = 2 * 1024 * 1024;
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LineBytes = 46;
    private const int LocalBytes = 30;

    private static ReadOnlySpan<byte> End => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> Line => "PK\u0001\u0002"u8;

    private static ReadOnlySpan<byte> Local => "PK\u0003\u0004"u8;

    /// <exception cref="InvalidDataException">It is broken, or not built as tools build it.</exception>
    public static IReadOnlyList<ZipPart> Read(Stream file)
    {
        var (count, offset, length) = ReadEnd(file);
        if (count > MostParts || length > MostDirectoryBytes)
            throw new InvalidDataException("Too many parts.");
        var directory = new byte[length];
        file.Position = offset;
        file.ReadExactly(directory);
        var parts = new List<ZipPart>(count);
        var at = 0;
        while (at < directory.Length)
        {
            var line = directory.AsSpan(at);
            if (line.Length < LineBytes || !line.StartsWith(Line))
                throw new InvalidDataException("A line of the directory is broken.");
            int flags = U16(line, 8), name = U16(line, 28), rest = U16(line, 30) + U16(line, 32);
            if (line.Length < LineBytes + name + rest)
                throw new InvalidDataException("A line of the directory is cut off.");
            // Names are UTF-8 when bit 11 says so; else their letters do not matter here, only endings and slashes do.
            var text = ((flags & 0x800) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(line.Slice(LineBytes, name));
            parts.Add(new ZipPart(text.Replace('\\', '/'), (flags & 0x2041) != 0, U16(line, 10), U32(line, 20), U32(line, 24), U32(line, 42)));
            at += LineBytes + name + rest;
        }

        return parts.Count == count ? parts : throw new InvalidDataException("The directory has another number of lines than it says.");
    }

    /// <summary>The content of a part, unpacked while it is read; it may be longer than declared.</summary>
    /// <exception cref="InvalidDataException">It does not start where the directory says.</exception>
    public static Stream Open(Stream file, ZipPart part)
    {
        Span<byte> local = stackalloc byte[LocalBytes];
        file.Position = part.Offset;
        if (file.ReadAtLeast(local, LocalBytes, throwOnEndOfStream: false) < LocalBytes || !local.StartsWith(Local))
            throw new InvalidDataException("A part does not start where the directory says.");
        file.Position = part.Offset + LocalBytes + U16(local, 26) + U16(local, 28);
        var packed = new BoundedStream(file, part.PackedSize);
        return part.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static (int Count, long Offset, int Length) ReadEnd(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndBytes + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf(End);
        if (at < 0 || tail.Length - at < EndBytes)
            throw new InvalidDataException("It has no directory.");
        var end = tail.AsSpan(at);
        var (count, length, offset) = (U16(end, 10), U32(end, 12), U32(end, 16));
        var place = file.Length - tail.Length + at;
        // One disk, no ZIP64, the comment fills the rest, the directory stands right before its end record.
        if (U16(end, 4) != 0 || U16(end, 6) != 0 || U16(end, 8) != count || U16(end, 20) != end.Length - EndBytes || offset + length != place || length > int.MaxValue)
            throw new InvalidDataException("The end of the directory is not as tools write it.");
        return (count, offset, (int)length);
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
