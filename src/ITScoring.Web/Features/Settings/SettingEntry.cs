namespace ITScoring.Web.Features.Settings;

/// <summary>A setting that can be changed on the page.</summary>
/// <param name="Key">As configuration calls it.</param>
/// <param name="Label">On screen.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
public sealed record SettingEntry(string Key, string Label, string Meaning, SettingKind Kind = SettingKind.Text)
{
    public long Least { get; init; }

    /// <summary>Of a number, in the unit shown; of a text, its characters.</summary>
    public long Most { get; init; } = 300;

    public string? Unit { get; init; }

    /// <summary>Whether an empty text says something.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Counts only at the next start.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>Of a choice: value and what it is called.</summary>
    public IReadOnlyList<(string Value, string Name)> Choices { get; init; } = [];

    /// <summary>A secret of configuration that is sent where this setting points; while it is set, this one is fixed with it.</summary>
    public string? GoesWithSecret { get; init; }

    /// <summary>Name of its field.</summary>
    public string Field => Key.Replace(':', '-');

    /// <summary>The allowed range in words; null: none worth saying.</summary>
    public string? Range => Kind switch
    {
        SettingKind.Number or SettingKind.Megabytes => $"từ {Least} đến {Most}{(Unit is null ? "" : " " + Unit)}",
        SettingKind.Lines => $"mỗi dòng một mục, tất cả không quá {Most} ký tự",
        SettingKind.Text => $"không quá {Most} ký tự{(MayBeEmpty ? ", để trống được" : "")}",
        _ => null,
    };
}
