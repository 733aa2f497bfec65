using System.Text;

namespace ITScoring.Web.Files.Signatures;

/// <summary>
/// Reads one dictionary of a PDF (ISO 32000-1, 7.3) from the file's raw bytes, and looks in it for the innermost one that has a certain key. Depth and number of
/// values are bounded; whatever is not built as it should be is an <see cref="InvalidDataException"/>.
/// </summary>
/// <param name="keyAt">Place of the key's slash.</param>
/// <param name="end">Nothing is read from here on.</param>
internal sealed class PdfDictionaryReader(byte[] file, int keyAt, int end)
{
    private const int Deepest = 20;
    private const int MostValues = 5_000;

    private static readonly IReadOnlyList<PdfValue> Nothing = [];

    private int _at;
    private int _values;
    private Dictionary<string, PdfValue>? _found;

    /// <summary>The dictionary that has the key at its place.</summary>
    /// <param name="start">Where the outermost dictionary, or white space before it, begins.</param>
    /// <exception cref="InvalidDataException">There is no such dictionary.</exception>
    public IReadOnlyDictionary<string, PdfValue> Read(int start)
    {
        _at = start;
        SkipSpace();
        if (!Follows("<<"u8))
            throw Broken();
        ReadValue(0);
        return _found ?? throw Broken();
    }

    private PdfValue ReadValue(int depth)
    {
        if (depth > Deepest || ++_values > MostValues)
            throw Broken();
        SkipSpace();
        var start = _at;
        switch (Peek())
        {
            case (byte)'/':
                _at++;
                SkipRegular();
                return Of(PdfValueKind.Name);
            case (byte)'(':
                SkipText();
                return Of(PdfValueKind.Text);
            case (byte)'[':
                _at++;
                var items = new List<PdfValue>();
                for (SkipSpace(); Peek() != (byte)']'; SkipSpace())
                    items.Add(ReadValue(depth + 1));
                _at++;
                return new PdfValue(PdfValueKind.Array, start, _at, items);
            case (byte)'<' when Follows("<<"u8):
                _at += 2;
                ReadEntries(depth);
                return Of(PdfValueKind.Dictionary);
            case (byte)'<':
                var close = file.AsSpan(_at, end - _at).IndexOf((byte)'>');
                _at = close < 0 ? throw Broken() : _at + close + 1;
                return Of(PdfValueKind.Hex);
            case var c when IsRegular(c):
                SkipRegular();
                return Of(c is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' ? PdfValueKind.Number : PdfValueKind.Other);
            default:
                throw Broken();
        }

        PdfValue Of(PdfValueKind kind) => new(kind, start, _at, Nothing);
    }

    private void ReadEntries(int depth)
    {
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        var isFound = false;
        string? key = null;
        for (SkipSpace(); !Follows(">>"u8); SkipSpace())
        {
            if (Peek() == (byte)'/')
            {
                var name = ReadValue(depth + 1);
                isFound |= name.Start == keyAt;
                key = Encoding.Latin1.GetString(file, name.Start + 1, name.End - name.Start - 1);
                SkipSpace();
                if (Follows(">>"u8))
                    throw Broken();
                // A key that stands twice makes it unclear which one a viewer believes.
                if (!entries.TryAdd(key, ReadValue(depth + 1)))
                    throw Broken();
            }
            else if (key is not null && entries[key].Kind == PdfValueKind.Number)
            {
                // "12 0 R": what began as a number is a reference.
                var more = ReadValue(depth + 1);
                entries[key] = new PdfValue(more.Kind == PdfValueKind.Number ? PdfValueKind.Number : PdfValueKind.Other, entries[key].Start, more.End, Nothing);
            }
            else
            {
                throw Broken();
            }
        }

        _at += 2;
        if (isFound)
            _found = entries;
    }

    /// <summary>A literal string: parentheses nest, a backslash takes the meaning from what follows it.</summary>
    private void SkipText()
    {
        var open = 0;
        do
        {
            switch (Peek())
            {
                case (byte)'\\':
                    _at++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')':
                    open--;
                    break;
            }

            _at++;
        }
        while (open > 0);
    }

    private void SkipSpace()
    {
        while (_at < end && (IsSpace(file[_at]) || file[_at] == (byte)'%'))
        {
            if (file[_at] == (byte)'%')
            {
                var line = file.AsSpan(_at, end - _at).IndexOfAny((byte)'\r', (byte)'\n');
                _at = line < 0 ? end : _at + line;
            }
            else
            {
                _at++;
            }
        }
    }

    private void SkipRegular()
    {
        while (_at < end && IsRegular(file[_at]))
            _at++;
    }

    private byte Peek() => _at < end ? file[_at] : throw Broken();

    private bool Follows(ReadOnlySpan<byte> what) => _at < end && file.AsSpan(_at, end - _at).StartsWith(what);

    private static bool IsSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(byte c) => !IsSpace(c) && c is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');

    private static InvalidDataException Broken() => new("The dictionary is not built as it should be.");
}
