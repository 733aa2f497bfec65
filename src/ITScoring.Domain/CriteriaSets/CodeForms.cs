namespace ITScoring.Domain.CriteriaSets;

/// <summary>The forms of codes in the criteria set format.</summary>
public static class CodeForms
{
    /// <summary>The form of a set's code, for people.</summary>
    public const string SetInWords = "chữ hoa, chữ số, dấu chấm, gạch nối; bắt đầu bằng chữ hoa hoặc chữ số; không quá 32 ký tự";
    internal const string PlainInWords = "chữ không dấu, chữ số, dấu chấm, gạch dưới, gạch nối; bắt đầu bằng chữ hoặc chữ số; không quá 32 ký tự";
    internal const string QuestionInWords = "chữ hoa, chữ số, gạch dưới; bắt đầu bằng chữ hoa; không quá 16 ký tự";
    internal const string ItemInWords = "chữ không dấu, chữ số, gạch dưới, gạch nối; bắt đầu bằng chữ hoặc chữ số; không quá 16 ký tự";

    /// <summary><c>[A-Z0-9][A-Z0-9.-]{0,31}</c>.</summary>
    public static bool IsSet(string code) => Fits(code, 32, IsUpperOrDigit, c => IsUpperOrDigit(c) || c is '.' or '-');

    /// <summary>Of a section, group, criterion or check: <c>[A-Za-z0-9][A-Za-z0-9._-]{0,31}</c>.</summary>
    public static bool IsPlain(string code) => Fits(code, 32, char.IsAsciiLetterOrDigit, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <summary><c>[A-Z][A-Z0-9_]{0,15}</c>.</summary>
    public static bool IsQuestion(string code) => Fits(code, 16, char.IsAsciiLetterUpper, c => IsUpperOrDigit(c) || c == '_');

    /// <summary>Of an option or column: <c>[A-Za-z0-9][A-Za-z0-9_-]{0,15}</c>.</summary>
    public static bool IsItem(string code) => Fits(code, 16, char.IsAsciiLetterOrDigit, c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static bool IsUpperOrDigit(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c);

    private static bool Fits(string code, int most, Func<char, bool> first, Func<char, bool> other) =>
        code.Length >= 1 && code.Length <= most && first(code[0]) && code.Skip(1).All(other);
}
