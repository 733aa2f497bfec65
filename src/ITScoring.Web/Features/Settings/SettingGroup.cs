namespace ITScoring.Web.Features.Settings;

/// <summary>Settings that are saved together.</summary>
/// <param name="Code">In the address.</param>
public sealed record SettingGroup(string Code, string Name, IReadOnlyList<SettingEntry> Entries);
