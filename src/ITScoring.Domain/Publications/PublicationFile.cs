using ITScoring.Domain.Publications.Packages;

namespace ITScoring.Domain.Publications;

/// <summary>A file of a publication, made when it was published. Never altered.</summary>
public sealed class PublicationFile
{
    private PublicationFile()
    {
    }

    public PublicationFile(string name, string mediaType, PackageKind audience, byte[] content) =>
        (Name, MediaType, Audience, Content, Bytes, Sha256) = (name, mediaType, audience, content, content.Length, PackageHash.Of(content));

    public int Id { get; private set; }

    public int PublicationId { get; private set; }

    /// <summary>Last part of its address, e.g. <c>ranking.csv</c>; one of a kind in the publication.</summary>
    public string Name { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    /// <summary>Who may fetch it.</summary>
    public PackageKind Audience { get; private set; }

    public int Bytes { get; private set; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public byte[] Content { get; private set; } = [];
}
