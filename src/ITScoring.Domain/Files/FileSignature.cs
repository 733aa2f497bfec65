namespace ITScoring.Domain.Files;

/// <summary>One digital signature of a file, as it was found when the file was attached.</summary>
/// <param name="State">Never <see cref="SignatureState.None"/>.</param>
/// <param name="Problem">A Vietnamese sentence that says what is wrong; null: nothing.</param>
/// <param name="Signer">CN of the certificate's subject; null, as all that follows: the signature cannot be read that far.</param>
/// <param name="Organization">O of the subject.</param>
/// <param name="Issuer">CN of the issuer, else its O.</param>
/// <param name="Serial">Hexadecimal serial number of the certificate.</param>
/// <param name="ClaimedAt">When it was signed, as the signer's own machine says; UTC.</param>
/// <param name="ValidFrom">First instant of the certificate's validity, UTC.</param>
/// <param name="ValidThrough">Last instant of the same.</param>
/// <param name="Digest">The hash that was signed, e.g. <c>SHA-256</c>.</param>
public sealed record FileSignature(
    SignatureState State,
    string? Problem,
    string? Signer = null,
    string? Organization = null,
    string? Issuer = null,
    string? Serial = null,
    DateTime? ClaimedAt = null,
    DateTime? ValidFrom = null,
    DateTime? ValidThrough = null,
    string? Digest = null,
    CertificateTrust Trust = CertificateTrust.NotJudged)
{
    /// <summary>Whether the certificate was valid at the claimed time; null: one of the two is unknown.</summary>
    public bool? WasValidThen => ClaimedAt is { } at && ValidFrom is { } from && ValidThrough is { } through ? from <= at && at <= through : null;
}
