namespace ITScoring.Web.Features.Settings;

/// <summary>The page of settings.</summary>
/// <param name="Secrets">Name, and whether it is set in configuration.</param>
/// <param name="Stamp">State of the rows that the page shows: a save from an older one is refused.</param>
/// <param name="Problems">Why stored settings are not in use; empty: they are.</param>
public sealed record SettingsPage(
    IReadOnlyList<(SettingGroup Group, IReadOnlyList<SettingRow> Rows)> Groups, IReadOnlyList<(string Name, bool IsSet)> Secrets, string Stamp, IReadOnlyList<string> Problems, bool MayChange);
