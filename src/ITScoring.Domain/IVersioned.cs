namespace ITScoring.Domain;

/// <summary>A row whose version the data layer raises at every change and checks at every save.</summary>
public interface IVersioned
{
    int Version { get; }
}
