namespace ITScoring.Domain.Files;

/// <summary>What is known of who issued a signer's certificate.</summary>
public enum CertificateTrust
{
    /// <summary>No list of trusted issuers is set up, or the signature itself is not right.</summary>
    NotJudged,

    /// <summary>Issued under one of the trusted issuers. Whether it was revoked is not asked.</summary>
    Trusted,

    /// <summary>Leads to none of the trusted issuers.</summary>
    NotTrusted,

    /// <summary>Leads to a trusted issuer, and was not valid at the time of signing.</summary>
    NotValidThen,
}
