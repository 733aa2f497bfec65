using System.Globalization;
using System.Text.RegularExpressions;

namespace ITScoring.Web.Security;

/// <summary>How audit rows speak of an account: by its number. The table of accounts is the only place of names, so a name that is taken out there is out everywhere.</summary>
public static partial class AccountReference
{
    /// <summary>The subject of a row about an account.</summary>
    public static string Subject(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>An account among other words.</summary>
    public static string InWords(int id) => string.Create(CultureInfo.InvariantCulture, $"tài khoản #{id}");

    /// <summary>Puts names in the place of numbers, for whoever reads.</summary>
    /// <param name="names">By number; one that is not there stays a number.</param>
    public static string? WithNames(string? text, IReadOnlyDictionary<int, string> names) => text is null ? null : References().Replace(
        text, found => int.TryParse(found.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && names.TryGetValue(id, out var name) ? name : found.Value);

    [GeneratedRegex("tài khoản #([0-9]+)")]
    private static partial Regex References();
}
