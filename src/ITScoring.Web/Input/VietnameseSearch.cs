using System.Globalization;
using System.Text;

namespace ITScoring.Web.Input;

/// <summary>Search that ignores case and Vietnamese marks: "so tai chinh" finds "Sở Tài chính".</summary>
public static class VietnameseSearch
{
    /// <summary>Lower-case letters without marks, single spaces.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var builder = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            var lower = char.ToLowerInvariant(c);
            if (char.IsWhiteSpace(lower))
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                    builder.Append(' ');
            }
            else
            {
                builder.Append(lower == 'đ' ? 'd' : lower);
            }
        }

        return builder.ToString().TrimEnd();
    }

    /// <summary>Whether every word of the query stands in one of the texts.</summary>
    public static bool Matches(string? query, params IEnumerable<string?> texts)
    {
        var words = Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return true;
        var all = string.Join(' ', texts.Select(Fold));
        return words.All(w => all.Contains(w, StringComparison.Ordinal));
    }
}
