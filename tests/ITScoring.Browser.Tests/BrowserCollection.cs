namespace ITScoring.Browser.Tests;

/// <summary>Journeys share one browser and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "journeys";
}
