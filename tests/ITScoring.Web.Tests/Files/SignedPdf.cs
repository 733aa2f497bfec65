using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ITScoring.Web.Tests.Files;

/// <summary>Signs small PDF files as document systems do: an update at the end with a signature dictionary whose contents are left out of what is signed.</summary>
internal static class SignedPdf
{
    private const int ContentsDigits = 8000;

    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Leader { get; } = Make("CN=Trần Văn Ký, O=Ủy ban nhân dân tỉnh Quảng Bình, C=VN");

    public static X509Certificate2 Office { get; } = Make("O=Văn phòng UBND tỉnh, C=VN");

    /// <summary>20/10/2026 8:00 in Vietnam.</summary>
    public static DateTime At { get; } = new(2026, 10, 20, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>A PDF that carries one signature of the leader.</summary>
    public static byte[] Of(string text) => Sign(Samples.PdfOf(text), Leader);

    /// <param name="range">What stands as the signed range; null: what is signed.</param>
    /// <param name="contents">Makes the signature of the signed bytes, as text between the angle brackets; null: a right one.</param>
    public static byte[] Sign(byte[] pdf, X509Certificate2 by, string subFilter = "ETSI.CAdES.detached", Func<int, int, int, string>? range = null, Func<byte[], string>? contents = null, bool hasTime = true)
    {
        var head = Encoding.Latin1.GetBytes($"\n9 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /{subFilter} /Name (A \\( B) /Prop_Build <</App <</Name /X>> /R [1 0 R (x)]>> /Ref 12 0 R {(hasTime ? "/M (D:20261020080000+07'00') " : "")}/Contents <");
        var start = pdf.Length + head.Length - 1;
        var end = start + ContentsDigits + 2;
        // The range is written in a place of one width, so that it does not move what it speaks of.
        var tail = "\n>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        const int width = 120;
        var rest = 1 + " /ByteRange ".Length + width + tail.Length - 1;
        var text = (range ?? ((a, b, c) => $"[0 {a} {b} {c}]"))(start, end, rest);
        byte[] before = [.. pdf, .. head[..^1]];
        byte[] after = Encoding.Latin1.GetBytes($" /ByteRange {text.PadRight(width)}{tail}");
        var hex = contents is not null ? contents([.. before, .. after]) : Convert.ToHexStringLower(Cms([.. before, .. after], by));
        return [.. before, (byte)'<', .. Encoding.Latin1.GetBytes(hex.PadRight(ContentsDigits, '0')), (byte)'>', .. after];
    }

    public static byte[] Cms(byte[] content, X509Certificate2 by, bool detached = true, DateTime? signedAt = null, bool hasAttributes = true)
    {
        var cms = new SignedCms(new ContentInfo(content), detached);
        var signer = new CmsSigner(by) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        // Every PAdES signature has signed attributes, the reference to the certificate among them; here it is empty.
        if (hasAttributes)
            signer.SignedAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.16.2.47", [0x30, 0x00]));
        if (signedAt is { } at)
            signer.SignedAttributes.Add(new Pkcs9SigningTime(at));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>The end of an authority's certificate and one that it issued, the first written into a folder as trusted.</summary>
    public static X509Certificate2 IssuedBy(string authority, string folder, DateTimeOffset from, DateTimeOffset through)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={authority}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var root = request.CreateSelfSigned(From.AddYears(-5), From.AddYears(5));
        File.WriteAllText(Path.Combine(folder, "goc.pem"), root.ExportCertificatePem());
        using var own = RSA.Create(2048);
        using var issued = new CertificateRequest("CN=Lê Thị Ấn", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Create(root, from, through, [1, 2, 3]);
        return issued.CopyWithPrivateKey(own);
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static X509Certificate2 Make(string subject)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(From, From.AddYears(2));
    }
}
