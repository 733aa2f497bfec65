using System.Text;

namespace ITScoring.Web.Input;

/// <summary>The name of a file as a browser sends it, made safe to store and show. It never becomes part of a path.</summary>
public static class FileNameInput
{
    private const int Longest = 255;
    private const int LongestEnding = 20;

    /// <summary>NFC, without folders, control characters and marks that turn the direction of writing; at most 255 characters, the ending kept.</summary>
    /// <param name="sent">From the multipart header, where browsers write <c>"</c> and line ends as %22, %0D, %0A (HTML, 4.10.22.8).</param>
    public static string Clean(string? sent)
    {
        var raw = (sent ?? "").Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", " ", StringComparison.OrdinalIgnoreCase).Replace("%0A", " ", StringComparison.OrdinalIgnoreCase);
        var text = new StringBuilder();
        foreach (var c in (PlainText.Clean(raw) ?? "").Replace('\n', ' ').Replace('\t', ' '))
        {
            if (c is not ('\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))
                text.Append(c);
        }

        var name = text.ToString();
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name.Length == 0 || name.All(c => c == '.'))
            return "khong-ten";
        return name.Length <= Longest ? name : Shorten(name);
    }

    private static string Shorten(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        var stem = name[..(Longest - ending.Length - 1)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + "…" + ending;
    }
}
