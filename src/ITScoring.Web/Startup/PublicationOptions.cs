namespace ITScoring.Web.Startup;

/// <summary>What goes with a publication (section <c>Publication</c>).</summary>
public sealed class PublicationOptions
{
    public const string Section = "Publication";

    /// <summary>Under which terms the open data may be used.</summary>
    public string Licence { get; set; } = "";

    /// <summary>PKCS #12 file that signs result packages; empty: they are not signed.</summary>
    public string CertificatePath { get; set; } = "";

    public string CertificatePassword { get; set; } = "";
}
