using System.Globalization;
using ITScoring.Domain;
using ITScoring.Web.Input;

namespace ITScoring.Web.Features.Settings;

/// <summary>From what is typed to what configuration holds, and back.</summary>
public static class SettingValues
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>As it is typed on the page.</summary>
    public static string Shown(SettingEntry entry, string value) => entry.Kind switch
    {
        SettingKind.Megabytes => long.TryParse(value, CultureInfo.InvariantCulture, out var bytes) ? (bytes / (decimal)Megabyte).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') : value,
        SettingKind.YesNo => bool.TryParse(value, out var on) && on ? "true" : "false",
        _ => value,
    };

    /// <summary>As configuration holds it; a problem stands at the field.</summary>
    public static (string Value, OutcomeProblem? Problem) Read(SettingEntry entry, string? typed)
    {
        var text = PlainText.Clean(typed) ?? "";
        OutcomeProblem Wrong(string problem) => new(problem, entry.Field);
        switch (entry.Kind)
        {
            case SettingKind.YesNo:
                return (text == "true" ? "true" : "false", null);
            case SettingKind.Choice:
                return entry.Choices.Any(c => c.Value == text) ? (text, null) : (text, Wrong($"{entry.Label}: chọn một trong {string.Join(", ", entry.Choices.Select(c => $"“{c.Name}”"))}."));
            case SettingKind.Number or SettingKind.Megabytes:
                var number = NumberInput.Parse(text, whole: true);
                if (number.Problem is not null || number.IsEmpty || !long.TryParse(number.Value, CultureInfo.InvariantCulture, out var whole) || whole < entry.Least || whole > entry.Most)
                    return (text, Wrong(number.Problem ?? $"{entry.Label}: nhập số {entry.Range}."));
                return ((entry.Kind == SettingKind.Megabytes ? whole * Megabyte : whole).ToString(CultureInfo.InvariantCulture), null);
            case SettingKind.Lines:
                var lines = string.Join('\n', Lines(text));
                return lines.Length > entry.Most ? (text, Wrong($"{entry.Label}: dài {lines.Length} ký tự, quá {entry.Most} ký tự.")) : (lines, null);
            default:
                if (text.Contains('\n'))
                    return (text, Wrong($"{entry.Label}: chỉ một dòng."));
                if (text.Length == 0 && !entry.MayBeEmpty)
                    return (text, Wrong($"{entry.Label}: không để trống được."));
                return text.Length > entry.Most ? (text, Wrong($"{entry.Label}: dài {text.Length} ký tự, quá {entry.Most} ký tự.")) : (text, null);
        }
    }

    /// <summary>The entries of a list that is typed one a line.</summary>
    public static IReadOnlyList<string> Lines(string value) => value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
