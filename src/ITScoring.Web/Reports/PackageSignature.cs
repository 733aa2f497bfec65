using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using ITScoring.Domain.Publications.Packages;

namespace ITScoring.Web.Reports;

/// <summary>The detached signature (CMS) over a package's manifest, which names the hash of every other file.</summary>
/// <param name="IsIntact">Whether it is over this very manifest. Whether the signer is who he says he is, is for the reader's own list of certificates.</param>
/// <param name="Signer">Subject of the certificate; null: it cannot be read.</param>
/// <param name="Thumbprint">SHA-256 of the certificate.</param>
public sealed record PackageSignature(bool IsIntact, string? Signer, string? Thumbprint)
{
    public string InWords => !IsIntact ? "Chữ ký số kèm gói không đúng với gói."
        : $"Chữ ký số còn nguyên vẹn, người ký: {Signer} (chứng thư SHA-256 {Thumbprint}). Đối chiếu chứng thư với danh sách của cơ quan phát hành.";

    /// <summary>Null: the package carries none.</summary>
    public static PackageSignature? Of(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(PackageManifest.SignatureName, out var signature) || !files.TryGetValue(PackageManifest.FileName, out var manifest))
            return null;
        try
        {
            var cms = new SignedCms(new ContentInfo(manifest), detached: true);
            cms.Decode(signature);
            cms.CheckSignature(verifySignatureOnly: true);
            var certificate = cms.SignerInfos.Count == 1 ? cms.SignerInfos[0].Certificate : null;
            return certificate is null ? new PackageSignature(false, null, null) : new PackageSignature(true, certificate.Subject, certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant());
        }
        catch (CryptographicException)
        {
            return new PackageSignature(false, null, null);
        }
    }

    public static byte[] Sign(byte[] manifest, X509Certificate2 certificate)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        cms.ComputeSignature(new CmsSigner(certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly });
        return cms.Encode();
    }
}
