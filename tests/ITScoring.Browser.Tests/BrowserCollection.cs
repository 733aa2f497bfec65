namespace ITScoring.Browser.Tests;

/// <summary>All browser tests share one browser and run one after another: two cores are enough for one.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "browser";
}
