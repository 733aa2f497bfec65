using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ITScoring.Web.Reports.Pdf;

/// <summary>The fonts of one document. A font that was added holds 255 different letters; with more, the same face is added again.</summary>
internal sealed class FontSet(PdfDocumentBuilder document)
{
    private const int MostLetters = 255;

    private readonly Dictionary<FontFace, List<(PdfDocumentBuilder.AddedFont Font, HashSet<char> Letters)>> _added = [];

    /// <summary>Writes a printable text with its left foot at a point, in as many pieces as fonts are needed.</summary>
    public void Write(PdfPageBuilder page, string text, TextStyle style, double x, double y)
    {
        for (var from = 0; from < text.Length;)
        {
            var font = FontFor(style.Face, text[from]);
            var to = from + 1;
            while (to < text.Length && FontFor(style.Face, text[to]) == font)
                to++;
            page.AddText(text[from..to], style.Size, new PdfPoint(x, y), font);
            x += style.Face.Width(text.AsSpan(from, to - from), style.Size);
            from = to;
        }
    }

    private PdfDocumentBuilder.AddedFont FontFor(FontFace face, char letter)
    {
        if (!_added.TryGetValue(face, out var fonts))
            _added.Add(face, fonts = []);
        foreach (var (font, letters) in fonts)
        {
            if (letters.Contains(letter))
                return font;
        }

        if (fonts.Count == 0 || fonts[^1].Letters.Count == MostLetters)
            fonts.Add((document.AddTrueTypeFont(face.File), []));
        fonts[^1].Letters.Add(letter);
        return fonts[^1].Font;
    }
}
