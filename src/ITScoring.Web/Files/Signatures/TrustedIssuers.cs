using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ITScoring.Domain.Files;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Files.Signatures;

/// <summary>Judges who issued a certificate by the folder of trusted ones. Nothing is fetched: neither missing certificates nor lists of revoked ones.</summary>
public sealed class TrustedIssuers(IOptions<SignatureOptions> options, IHostEnvironment environment, ILogger<TrustedIssuers> log)
{
    private const int Most = 500;

    private static readonly string[] Endings = [".cer", ".crt", ".pem"];

    /// <param name="others">Certificates that came with the signature.</param>
    /// <param name="at">The time of signing.</param>
    public CertificateTrust Judge(X509Certificate2 certificate, X509Certificate2Collection others, DateTime at)
    {
        if (options.Value.TrustedFolder.Length == 0)
            return CertificateTrust.NotJudged;
        var trusted = Read(Path.GetFullPath(options.Value.TrustedFolder, environment.ContentRootPath));
        // A list that cannot be read trusts nobody, and says nothing against anybody either.
        if (trusted.Count == 0)
            return CertificateTrust.NotJudged;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at;
        if (chain.Build(certificate))
            return CertificateTrust.Trusted;
        return chain.ChainStatus.All(s => s.Status == X509ChainStatusFlags.NotTimeValid) ? CertificateTrust.NotValidThen : CertificateTrust.NotTrusted;
    }

    private X509Certificate2Collection Read(string folder)
    {
        var trusted = new X509Certificate2Collection();
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(f => Endings.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal).Take(Most))
                trusted.Add(X509CertificateLoader.LoadCertificateFromFile(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            log.LogError(e, "The folder of trusted issuers cannot be read; certificates are not judged");
            trusted.Clear();
        }

        return trusted;
    }
}
