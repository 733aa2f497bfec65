using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ITScoring.Domain.Files;
using ITScoring.Web.Input;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Files.Signatures;

/// <summary>
/// Looks at the digital signatures of a PDF without asking anybody: whether each is right for the bytes it covers, which bytes those are, and what its
/// certificate says (ETSI EN 319 142-1; ISO 32000-1, 12.8.3.3). Whatever the file holds, the answer is a report.
/// </summary>
public sealed class SignatureCheck(TrustedIssuers issuers, TimeProvider clock)
{
    /// <summary>Larger files are not looked at: the bytes that are signed are held in memory.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>So many are looked at; a document of the procedure has one, two or three.</summary>
    public const int MostSignatures = 20;

    private const int LongestName = 200;
    private const int MostSignatureBytes = 1024 * 1024;

    private const string BadRange = "Phạm vi ký ghi trong tệp không đọc được hoặc không bắt đầu từ đầu tệp.";
    private const string OtherRange = "Phạm vi ký không khớp với tệp: tệp bị chèn thêm, cắt bớt sau khi ký, hoặc chương trình ký đã ghi sai.";
    private const string BrokenSignature = "Dữ liệu của chữ ký số bị hỏng hoặc theo chuẩn mà cổng không kiểm tra được.";

    private static readonly string[] SubFilters = ["ETSI.CAdES.detached", "adbe.pkcs7.detached"];

    private static readonly IReadOnlyDictionary<string, HashAlgorithmName> Digests = new Dictionary<string, HashAlgorithmName>
    {
        ["1.3.14.3.2.26"] = HashAlgorithmName.SHA1,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <param name="file">A PDF, from its start.</param>
    public SignatureReport Of(Stream file)
    {
        if (file.Length > MostBytes)
            return SignatureReport.Unreadable($"Tệp lớn hơn {Display.Size(MostBytes)} nên cổng không kiểm tra chữ ký số.");
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        return Of(bytes);
    }

    public SignatureReport Of(byte[] file)
    {
        var found = SignatureDictionary.Find(file, out var isAll);
        var report = found.Select(s => Check(file, s)).ToList();
        if (!isAll)
            report.Add(new FileSignature(SignatureState.Unreadable, $"Tệp có quá nhiều chữ ký; chỉ kiểm tra {MostSignatures} chữ ký đầu."));
        return new SignatureReport(report);
    }

    private FileSignature Check(byte[] file, SignatureDictionary signature)
    {
        if (signature.Entries is null)
            return Unreadable("Phần ghi chữ ký số trong tệp bị hỏng.");
        if (!SubFilters.Contains(signature.NameIn(file, "SubFilter")))
            return Unreadable("Chữ ký số theo chuẩn mà cổng không kiểm tra được.");
        if (signature.Entries.GetValueOrDefault("Contents") is not { Kind: PdfValueKind.Hex } contents || Hex(file.AsSpan(contents.Start + 1, contents.End - contents.Start - 2)) is not { } cms)
            return Unreadable("Dữ liệu của chữ ký số không ghi dưới dạng mà chuẩn quy định.");
        if (signature.RangeIn(file) is not { } range || range[0] != 0 || range.Any(n => n < 0))
            return Unreadable(BadRange);
        // The one gap is exactly this signature's own data, and everything lies within the file. Compared without adding what could overflow.
        var isOtherGap = range[1] != contents.Start || range[2] != contents.End;
        try
        {
            return isOtherGap || range[3] > file.Length - range[2]
                ? Read(file, signature, cms, null) with { State = SignatureState.Altered, Problem = OtherRange }
                : Read(file, signature, cms, (int)range[3]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Decoders of hostile data throw more kinds of exceptions than their documentation names.
            return Unreadable(BrokenSignature);
        }
    }

    /// <param name="rest">Signed bytes after the signature; null: what was signed is not known, only who signed is read.</param>
    private FileSignature Read(byte[] file, SignatureDictionary signature, byte[] encoded, int? rest)
    {
        var contents = signature.Entries!["Contents"];
        byte[] signed = rest is { } length ? [.. file.AsSpan(0, contents.Start), .. file.AsSpan(contents.End, length)] : [];
        var cms = new SignedCms(new ContentInfo(signed), detached: true);
        cms.Decode(encoded);
        // What is verified are the bytes of the file, also when the signature brings content of its own.
        if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0] is not { Certificate: { } certificate } signer || !Digests.TryGetValue(signer.DigestAlgorithm.Value ?? "", out var digest) || !HasKnownKey(certificate))
            return Unreadable(BrokenSignature);
        var claimed = signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(a => a.Values.Cast<AsnEncodedData>()).OfType<Pkcs9SigningTime>().FirstOrDefault()?.SigningTime.ToUniversalTime() ?? signature.TimeIn(file);
        var read = new FileSignature(
            SignatureState.Intact,
            null,
            Part(certificate.SubjectName, "2.5.4.3") ?? Part(certificate.SubjectName, "2.5.4.10"),
            Part(certificate.SubjectName, "2.5.4.10"),
            Part(certificate.IssuerName, "2.5.4.3") ?? Part(certificate.IssuerName, "2.5.4.10"),
            Shown(certificate.SerialNumber),
            claimed,
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime(),
            digest.Name!.Insert(3, "-"));
        if (rest is null)
            return read;
        if (Problem(cms, signer, signed, digest) is { } problem)
            return read with { State = SignatureState.Altered, Problem = problem };
        var left = file.Length - contents.End - rest.Value;
        return read with
        {
            State = left == 0 ? SignatureState.Intact : SignatureState.AddedTo,
            Problem = left == 0 ? null : $"Sau chữ ký này tệp có thêm {Display.Size(left)}. Chữ ký chỉ bảo đảm cho phần có trước đó.",
            Trust = issuers.Judge(certificate, cms.Certificates, claimed ?? clock.UtcNow()),
        };
    }

    /// <summary>Null: hash and signature are right.</summary>
    private static string? Problem(SignedCms cms, SignerInfo signer, byte[] signed, HashAlgorithmName digest)
    {
        var said = signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(a => a.Values.Cast<AsnEncodedData>()).OfType<Pkcs9MessageDigest>().FirstOrDefault();
        if (said is not null && !CryptographicOperations.HashData(digest, signed).AsSpan().SequenceEqual(said.MessageDigest))
            return "Nội dung tệp không còn đúng như khi ký.";
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return null;
        }
        catch (CryptographicException)
        {
            return said is null ? "Nội dung tệp hoặc giá trị chữ ký không còn đúng như khi ký." : "Giá trị chữ ký không đúng với chứng thư số của người ký.";
        }
    }

    private static bool HasKnownKey(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey();
        return key is not null;
    }

    private static FileSignature Unreadable(string problem) => new(SignatureState.Unreadable, problem);

    /// <summary>The first value of an attribute of a name, made safe to show.</summary>
    private static string? Part(X500DistinguishedName name, string oid) =>
        name.EnumerateRelativeDistinguishedNames().Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid).Select(part => Shown(part.GetSingleElementValue())).FirstOrDefault(text => text is not null);

    /// <summary>Without line breaks and marks that turn the direction of writing: anybody can make a certificate with any name.</summary>
    private static string? Shown(string? text)
    {
        var clean = string.Concat((PlainText.Clean(text) ?? "").Select(c => char.IsControl(c) ? ' ' : c).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format)).Trim();
        return clean.Length == 0 ? null : clean.Length <= LongestName ? clean : clean[..(char.IsHighSurrogate(clean[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…";
    }

    /// <summary>The bytes of a hexadecimal string, white space left out, an odd last digit followed by 0 (ISO 32000-1, 7.3.4.3). Null: something else stands in it, or too much.</summary>
    private static byte[]? Hex(ReadOnlySpan<byte> text)
    {
        if (text.Length > 2 * MostSignatureBytes)
            return null;
        var digits = new StringBuilder(text.Length + 1);
        foreach (var c in text)
        {
            if (char.IsAsciiHexDigit((char)c))
                digits.Append((char)c);
            else if (c is not (0 or 9 or 10 or 12 or 13 or 32))
                return null;
        }

        return digits.Length == 0 ? null : Convert.FromHexString((digits.Length % 2 == 0 ? digits : digits.Append('0')).ToString());
    }
}
