using System.Text;

namespace ITScoring.Web.Input;

/// <summary>Text as people typed it, made safe to store and compare: NFC, without control characters or broken letters, line ends as \n.</summary>
public static class PlainText
{
    /// <returns>Null for null and for blank text.</returns>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var builder = new StringBuilder(text.Length);
        // Half a surrogate pair is no letter, and cannot be normalised: it reads as the replacement character, which is dropped.
        foreach (var rune in text.Replace("\r\n", "\n").Replace('\r', '\n').EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || rune.Value is '\n' or '\t'))
                builder.Append(rune.ToString());
        }

        var clean = builder.ToString().Normalize(NormalizationForm.FormC).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
