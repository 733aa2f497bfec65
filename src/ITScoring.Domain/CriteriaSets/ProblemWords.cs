using System.Text.RegularExpressions;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Puts what the reader says of a file into the words of a screen or a workbook, where nobody sees keys.</summary>
public static partial class ProblemWords
{
    /// <param name="message">Of a <see cref="Problem"/>.</param>
    /// <param name="nameOfKey">What a key is called there, quotation marks included; null: the key stays.</param>
    public static string Of(string message, Func<string, string?> nameOfKey)
    {
        message = InBrackets().Replace(message, "");
        message = TypeLists().Replace(message, list => "loại " + TypeName().Replace(list.Groups[1].Value, type => NameOf(type.Value)));
        return QuotedKey().Replace(message, key => nameOfKey(key.Groups[1].Value) ?? key.Value);
    }

    private static string NameOf(string type) => Enum.GetValues<QuestionType>().First(known => known.InFile() == type).Name();

    /// <summary>Names of the format that follow their words.</summary>
    [GeneratedRegex(" \\((?:choice|multi|score|adjustment)\\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex("loại ((?:integer|decimal|yesNo|choice|multi|rows|text|url|date)(?:, (?:integer|decimal|yesNo|choice|multi|rows|text|url|date))*)\\b")]
    private static partial Regex TypeLists();

    [GeneratedRegex("\\b(?:integer|decimal|yesNo|choice|multi|rows|text|url|date)\\b")]
    private static partial Regex TypeName();

    [GeneratedRegex("“([A-Za-z]+)”")]
    private static partial Regex QuotedKey();
}
