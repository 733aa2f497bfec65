namespace ITScoring.Domain.Submissions;

/// <summary>How a claim is proved.</summary>
public enum EvidenceKind
{
    /// <summary>An official document by number, date, issuer and abstract.</summary>
    Citation,

    /// <summary>An address on the web.</summary>
    Link,

    /// <summary>A file that the agency sent.</summary>
    File,
}
