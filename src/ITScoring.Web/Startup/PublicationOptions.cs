using System.Security.Cryptography.X509Certificates;

namespace ITScoring.Web.Startup;

/// <summary>What goes with a publication (section <c>Publication</c>).</summary>
public sealed class PublicationOptions
{
    public const string Section = "Publication";

    /// <summary>Under which terms the open data may be used.</summary>
    public string Licence { get; set; } = "";

    /// <summary>How long a kept public page may still be shown after something was published by another process, in milliseconds; 0: never.</summary>
    public int KnownMilliseconds { get; set; } = 1_000;

    /// <summary>PKCS #12 file that signs result packages; empty: they are not signed.</summary>
    public string CertificatePath { get; set; } = "";

    public string CertificatePassword { get; set; } = "";

    /// <summary>The certificate that signs, with its key; null: packages are not signed. Dispose it.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The file is none, or the password is not its.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal X509Certificate2? OpenCertificate() => CertificatePath.Length == 0 ? null : X509CertificateLoader.LoadPkcs12FromFile(CertificatePath, CertificatePassword);
}
