namespace ITScoring.Web.Reports.Pdf;

/// <summary>Breaks texts into lines.</summary>
public static class TextLines
{
    /// <summary>Lines that are no wider than <paramref name="width"/>: broken at blanks and line ends, and a longer word (an address, a hash) between letters.</summary>
    public static IReadOnlyList<string> Of(string text, TextStyle style, double width)
    {
        var lines = new List<string>();
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
                    lines.Add(line);
                for (var fitting = Fitting(rest); fitting < rest.Length; fitting = Fitting(rest))
                {
                    lines.Add(rest[..fitting]);
                    rest = rest[fitting..];
                }

                line = rest;
            }

            lines.Add(line);
        }

        return lines;

        bool Fits(ReadOnlySpan<char> letters) => style.Face.Width(letters, style.Size) <= width;

        int Fitting(string word)
        {
            var letters = word.Length;
            while (letters > 1 && !Fits(word.AsSpan(0, letters)))
                letters--;
            return letters;
        }
    }
}
