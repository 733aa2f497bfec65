namespace ITScoring.Web.Features.Settings;

/// <summary>A setting as the page shows it; values as they are typed (MB, one entry a line).</summary>
/// <param name="Fixed">Why it cannot be changed here; null: it can.</param>
/// <param name="By">Who gave it on the page, and when; null: the default counts.</param>
public sealed record SettingRow(SettingEntry Entry, string Value, string Default, string? Fixed, string? By, DateTime? At)
{
    /// <summary>The default in one line, for reading.</summary>
    public string DefaultInWords => InWords(Default);

    public string ValueInWords => InWords(Value);

    private string InWords(string value) => Entry.Kind switch
    {
        SettingKind.YesNo => value == "true" ? "bật" : "tắt",
        SettingKind.Choice => Entry.Choices.FirstOrDefault(c => c.Value == value).Name ?? value,
        SettingKind.Lines when value.Length > 0 => string.Join("; ", SettingValues.Lines(value)),
        _ => value.Length == 0 ? "để trống" : Entry.Unit is { } unit ? $"{value} {unit}" : value,
    };
}
