namespace ITScoring.Web.Reports.Pdf;

/// <summary>Breaks texts into lines.</summary>
public static class TextLines
{
    /// <summary>Lines that are no wider than <paramref name="width"/>: broken at blanks and line ends, and a longer word (an address, a hash) between letters.</summary>
    /// <param name="indent">By how much the first line is narrower.</param>
    public static IReadOnlyList<TextLine> Of(string text, TextStyle style, double width, double indent = 0)
    {
        var lines = new List<TextLine>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in style.Face.Printable(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var rest = word;
                var longer = line.Length == 0 ? rest : $"{line} {rest}";
                if (Fits(longer))
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                    lines.Add(new(line, false));
                for (var fitting = Fitting(rest); fitting < rest.Length; fitting = Fitting(rest))
                {
                    lines.Add(new(rest[..fitting], false));
                    rest = rest[fitting..];
                }

                line = rest;
            }

            lines.Add(new(line, true));
        }

        return lines;

        bool Fits(ReadOnlySpan<char> letters) => style.Face.Width(letters, style.Size) <= width - (lines.Count == 0 ? indent : 0);

        int Fitting(string word)
        {
            var letters = word.Length;
            while (letters > 1 && !Fits(word.AsSpan(0, letters)))
                letters--;
            return letters;
        }
    }

    /// <summary>As few lines as <see cref="Of"/> makes, about equally long: for what is centred, such as names in a head.</summary>
    public static IReadOnlyList<string> Balanced(string text, TextStyle style, double width)
    {
        // A name is not broken after its “và”.
        var kept = text.Replace(" và ", " và\u00A0", StringComparison.Ordinal).Replace(" VÀ ", " VÀ\u00A0", StringComparison.Ordinal);
        var lines = Of(kept, style, width);
        for (var narrower = width - 2; lines.Count > 1 && narrower > width / 2 && Of(kept, style, narrower) is var next && next.Count == lines.Count; narrower -= 2)
            lines = next;
        return [.. lines.Select(l => l.Text.Replace('\u00A0', ' '))];
    }
}
