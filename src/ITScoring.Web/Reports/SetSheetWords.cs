using System.Text;

namespace ITScoring.Web.Reports;

/// <summary>The words of a dropdown and the names of the format that they stand for.</summary>
internal sealed class SetSheetWords(params (string Name, string Word)[] pairs)
{
    public IReadOnlyList<string> Words { get; } = [.. pairs.Select(pair => pair.Word)];

    /// <summary>What stands in the cell for a name of the format; null: it has no such name.</summary>
    public string? WordOf(string? name) => pairs.FirstOrDefault(pair => pair.Name == name).Word;

    /// <summary>The name of the format; null: no such word. Small and capital letters are the same.</summary>
    public string? NameOf(string word)
    {
        var wanted = word.Trim().Normalize(NormalizationForm.FormC);
        return pairs.FirstOrDefault(pair => string.Equals(pair.Word, wanted, StringComparison.OrdinalIgnoreCase)).Name;
    }
}
