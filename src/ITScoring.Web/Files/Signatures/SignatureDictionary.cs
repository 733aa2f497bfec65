using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ITScoring.Web.Files.Signatures;

/// <summary>
/// A signature dictionary (ISO 32000-1, 12.8.1) in the raw bytes of a PDF. It can stand nowhere else: the signed range leaves out exactly its
/// <c>Contents</c>, so these are bytes of the file and never part of a compressed object stream.
/// </summary>
/// <param name="Entries">Null: it cannot be read.</param>
internal sealed record SignatureDictionary(IReadOnlyDictionary<string, PdfValue>? Entries)
{
    private const int MostTraces = 200;

    /// <summary>Longest dictionary that is read; most are below 64 KB.</summary>
    private const int MostBytes = 2 * 1024 * 1024;

    private static ReadOnlySpan<byte> Trace => "/ByteRange"u8;

    /// <summary>The signatures of a file as they stand in it; <paramref name="isAll"/> is false when there are more than are looked at.</summary>
    public static IReadOnlyList<SignatureDictionary> Find(byte[] file, out bool isAll)
    {
        var found = new List<SignatureDictionary>();
        isAll = true;
        var traces = 0;
        for (var at = 0; at < file.Length;)
        {
            var next = file.AsSpan(at).IndexOf(Trace);
            if (next < 0)
                return found;
            at += next;
            if (found.Count >= SignatureCheck.MostSignatures || traces++ >= MostTraces)
            {
                isAll = false;
                return found;
            }

            if (Read(file, at) is { } signature)
                found.Add(signature);
            at += Trace.Length;
        }

        return found;
    }

    /// <summary>Bytes that are signed: offset and length, twice. Null: no four whole numbers.</summary>
    public IReadOnlyList<long>? RangeIn(byte[] file)
    {
        if (Entries!.GetValueOrDefault("ByteRange") is not { Kind: PdfValueKind.Array, Items.Count: 4 } range)
            return null;
        var numbers = new long[4];
        for (var i = 0; i < 4; i++)
        {
            var item = range.Items[i];
            var text = file.AsSpan(item.Start, item.End - item.Start);
            if (item.Kind != PdfValueKind.Number || !Utf8Parser.TryParse(text, out numbers[i], out var read) || read != text.Length)
                return null;
        }

        return numbers;
    }

    public string? NameIn(byte[] file, string key) =>
        Entries!.GetValueOrDefault(key) is { Kind: PdfValueKind.Name } name ? Encoding.Latin1.GetString(file, name.Start + 1, name.End - name.Start - 1) : null;

    /// <summary>The entry M: when it was signed, as the signer's machine says, e.g. <c>(D:20190426091500+07'00')</c>. Null: not told, or not with its time zone.</summary>
    public DateTime? TimeIn(byte[] file)
    {
        if (Entries!.GetValueOrDefault("M") is not { Kind: PdfValueKind.Text } said || said.End - said.Start > 40)
            return null;
        var text = Encoding.Latin1.GetString(file, said.Start + 1, said.End - said.Start - 2).Replace("'", "", StringComparison.Ordinal);
        if (!text.StartsWith("D:", StringComparison.Ordinal))
            return null;
        text = text.EndsWith('Z') ? text[2..^1] + "+0000" : text[2..];
        return text.Length == 19 && DateTimeOffset.TryParseExact(text.Insert(17, ":"), "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.UtcDateTime : null;
    }

    /// <summary>Null: the trace belongs to no signature of a person or an organisation.</summary>
    private static SignatureDictionary? Read(byte[] file, int trace)
    {
        var from = Math.Max(0, trace - MostBytes);
        var head = file.AsSpan(from, trace - from).LastIndexOf("obj"u8);
        if (head < 0)
            return null;
        try
        {
            var read = new SignatureDictionary(new PdfDictionaryReader(file, trace, (int)Math.Min(file.Length, (long)trace + MostBytes)).Read(from + head + 3));
            // A time stamp over the whole file is no signature of anybody: what it came after says of itself that something was added.
            var isStamp = read.NameIn(file, "Type") == "DocTimeStamp" || read.NameIn(file, "SubFilter") == "ETSI.RFC3161";
            return isStamp ? null : read;
        }
        catch (InvalidDataException)
        {
            return new SignatureDictionary(Entries: null);
        }
    }
}
