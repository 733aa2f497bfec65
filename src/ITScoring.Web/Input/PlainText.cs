using System.Text;

namespace ITScoring.Web.Input;

/// <summary>Text as people typed it, made safe to store and compare: NFC, without control characters, line ends as \n.</summary>
public static class PlainText
{
    /// <returns>Null for null and for blank text.</returns>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var builder = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n").Replace('\r', '\n'))
        {
            if (!char.IsControl(c) || c is '\n' or '\t')
                builder.Append(c);
        }

        var clean = builder.ToString();
        return (clean.IsNormalized() ? clean : Normalized(clean)).Trim();
    }

    // Lone surrogates cannot be normalised; they are dropped.
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar)).Normalize(NormalizationForm.FormC);
        }
    }
}
