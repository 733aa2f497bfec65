namespace ITScoring.Browser.Tests;

/// <summary>Walks over pages have a browser of their own beside that of the journeys: two cores are enough for both.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "pages";
}
