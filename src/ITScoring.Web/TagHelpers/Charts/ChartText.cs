namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>How much room the words of a chart take. Nothing is measured on the server, so letters count as the font's wide ones.</summary>
public static class ChartText
{
    /// <summary>Width of a chart, in pixels, on a page of 320: what does not overlap there does nowhere.</summary>
    public const double Narrowest = 246;

    /// <summary>Pixels of one letter at 13 px, rather too many.</summary>
    private const double Letter = 7.3;
    private const double SmallDigit = 6.6;

    /// <summary>The least width, in pixels, at which a chart's wide picture is shown.</summary>
    public const double WideFrom = 500;

    public static double Width(string text) => text.Length * Letter;

    /// <summary>Of the smaller numbers along a scale.</summary>
    public static double SmallWidth(string text) => text.Length * SmallDigit;

    /// <summary>Lines of at most a width; a single word that is longer stands alone.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}") <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }
}
