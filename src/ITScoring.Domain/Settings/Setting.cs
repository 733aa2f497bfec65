namespace ITScoring.Domain.Settings;

/// <summary>A setting of the portal that was given on the page of settings; it stands above the file of configuration, below what the operator fixed for the process.</summary>
public sealed class Setting : IVersioned
{
    private Setting()
    {
    }

    /// <param name="key">As configuration calls it, e.g. <c>Portal:Province</c>.</param>
    public Setting(string key, string? value, int changedById, DateTime now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Key = key;
        Change(value, changedById, now);
    }

    public int Id { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>As configuration is written; of a list one line an entry. Null: the value of the configuration counts again.</summary>
    public string? Value { get; private set; }

    public int ChangedById { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public int Version { get; private set; }

    public void Change(string? value, int changedById, DateTime now) => (Value, ChangedById, ChangedAt) = (value, changedById, now);
}
