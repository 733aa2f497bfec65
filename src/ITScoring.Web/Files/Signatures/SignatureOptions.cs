namespace ITScoring.Web.Files.Signatures;

/// <summary>How signatures of documents that come back are judged (section <c>Signatures</c>).</summary>
public sealed class SignatureOptions
{
    public const string Section = "Signatures";

    /// <summary>Folder with the certificates (.cer, .crt, .pem) of the issuers that are trusted, absolute or below the content root; empty: who issued a certificate is not judged.</summary>
    public string TrustedFolder { get; set; } = "";
}
