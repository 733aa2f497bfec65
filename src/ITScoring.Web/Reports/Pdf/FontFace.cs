using System.Collections.Concurrent;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace ITScoring.Web.Reports.Pdf;

/// <summary>One style of Tinos, whose letters are as wide as those of Times New Roman: its file, and the widths of its letters, each looked up once.</summary>
public sealed class FontFace
{
    /// <summary>Stands for a letter that the font has not.</summary>
    private const char StandIn = '□';

    private readonly TrueTypeFont _font;
    private readonly double _unitsPerEm;
    private readonly ConcurrentDictionary<char, double?> _widths = new();

    private FontFace(string resource)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The font {resource} is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        File = bytes;
        _font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(bytes));
        _unitsPerEm = _font.GetUnitsPerEm();
    }

    public static FontFace Regular { get; } = new("Tinos_400Regular.ttf");

    public static FontFace Bold { get; } = new("Tinos_700Bold.ttf");

    public static FontFace Italic { get; } = new("Tinos_400Regular_Italic.ttf");

    /// <summary>The font's file as it is embedded; the writer keeps only the letters used.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary>A text as this font can write it: composed letters (NFC), blanks for tabs and line ends, a box for what the font has not.</summary>
    public string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsControl(rune))
                printable.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
                printable.Append(rune.IsBmp && Width((char)rune.Value) is not null ? (char)rune.Value : StandIn);
        }

        return printable.ToString();
    }

    /// <summary>Width of a printable text in points.</summary>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var letter in text)
            width += Width(letter) ?? 0;
        return width * size;
    }

    /// <summary>Share of the size; null: the font has no such letter.</summary>
    private double? Width(char letter) => _widths.GetOrAdd(letter, c =>
        _font.WindowsUnicodeCMap?.CharacterCodeToGlyphIndex(c) is > 0 and var glyph ? _font.TableRegister.HorizontalMetricsTable.GetAdvanceWidth(glyph) / _unitsPerEm : null);
}
