using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Reads a PDF as somebody would who copies its text: in the order in which it was written, and where each word stands.</summary>
internal sealed partial class PdfText(byte[] file)
{
    private const double Millimetre = 72 / 25.4;

    private readonly List<(IReadOnlyList<Word> Words, string Text)> _pages = Read(file);

    public int Pages => _pages.Count;

    /// <summary>All pages in the order of writing, one blank between words, lines and cells.</summary>
    public string Text => string.Join(' ', _pages.Select(p => p.Text));

    public string PageText(int page) => _pages[page].Text;

    /// <summary>Words beyond margins in millimetres; what stands wholly in the top margin is left out.</summary>
    public List<string> Beyond(double left, double top, double right, double bottom) =>
    [
        .. from page in Enumerable.Range(0, Pages)
           from word in _pages[page].Words
           let box = word.BoundingBox
           where box.Bottom < (297 - top) * Millimetre
              && (box.Left < (left * Millimetre) - 0.5 || box.Right > ((210 - right) * Millimetre) + 0.5 || box.Bottom < (bottom * Millimetre) - 0.5 || box.Top > ((297 - top) * Millimetre) + 0.5)
           select $"page {page + 1}: “{word.Text}” at {box.Left:0} {box.Bottom:0} {box.Right:0} {box.Top:0}",
    ];

    /// <summary>Words in the top margin of a page, and how far their middle is from the middle between the margins, in points.</summary>
    public List<(string Text, double OffCentre)> AboveMargin(int page, double left, double top, double right) =>
        [.. _pages[page].Words.Where(w => w.BoundingBox.Bottom >= (297 - top) * Millimetre).Select(w => (w.Text, Math.Abs(((w.BoundingBox.Left + w.BoundingBox.Right) / 2) - ((210 + left - right) / 2 * Millimetre))))];

    private static List<(IReadOnlyList<Word>, string)> Read(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return [.. document.GetPages().Select(p => ((IReadOnlyList<Word>)[.. p.GetWords()], TextOf(p)))];
    }

    private static string TextOf(Page page)
    {
        var text = new StringBuilder();
        Letter? before = null;
        foreach (var letter in page.Letters)
        {
            if (before is not null && (Math.Abs(letter.StartBaseLine.Y - before.EndBaseLine.Y) > 0.1 || Math.Abs(letter.StartBaseLine.X - before.EndBaseLine.X) > 1))
                text.Append(' ');
            text.Append(letter.Value);
            before = letter;
        }

        return Spaces().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
