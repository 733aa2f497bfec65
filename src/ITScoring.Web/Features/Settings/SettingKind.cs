namespace ITScoring.Web.Features.Settings;

/// <summary>What a setting is made of.</summary>
public enum SettingKind
{
    Text,

    /// <summary>One entry a line.</summary>
    Lines,

    Number,

    /// <summary>Stored in bytes, shown and typed in MB.</summary>
    Megabytes,

    YesNo,

    Choice,
}
