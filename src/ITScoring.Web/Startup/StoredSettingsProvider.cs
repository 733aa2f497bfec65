namespace ITScoring.Web.Startup;

/// <summary>The layer of configuration that the page of settings writes: above the files, below environment and command line.</summary>
public sealed class StoredSettingsProvider : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Puts the layer in its place: above the last file of settings.</summary>
    public void InsertInto(IConfigurationBuilder configuration)
    {
        var above = configuration.Sources.Select((source, i) => (source, i)).Where(s => s.source is FileConfigurationSource).Select(s => s.i + 1).DefaultIfEmpty(0).Max();
        configuration.Sources.Insert(above, this);
    }

    /// <summary>Replaces all values of the layer at once; whoever reads options anew gets them.</summary>
    public void Replace(IReadOnlyDictionary<string, string?> values)
    {
        Data = new Dictionary<string, string?>(values, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}
