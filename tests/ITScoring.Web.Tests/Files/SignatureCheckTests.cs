using System.Text;
using CsCheck;
using ITScoring.Domain.Files;
using ITScoring.Testing;
using ITScoring.Web.Files.Signatures;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Tests.Files;

/// <summary>The check of digital signatures, on files that are signed here: what it says is so, and nothing makes it fail.</summary>
public sealed class SignatureCheckTests
{
    private static readonly SignatureCheck Check = With("");

    private static readonly byte[] Signed = SignedPdf.Of("Quyết định");

    [Fact]
    public void A_signed_file_is_intact_and_says_who_signed_and_when()
    {
        var report = Check.Of(Signed);

        var one = Assert.Single(report.Signatures);
        Assert.Equal((SignatureState.Intact, SignatureState.Intact, (string?)null), (report.State, one.State, one.Problem));
        Assert.Equal(("Trần Văn Ký", "Ủy ban nhân dân tỉnh Quảng Bình", "Trần Văn Ký", "SHA-256"), (one.Signer, one.Organization, one.Issuer, one.Digest));
        Assert.Equal((SignedPdf.At, SignedPdf.Leader.SerialNumber, true), (one.ClaimedAt!.Value, one.Serial, one.WasValidThen!.Value));
        Assert.Equal(CertificateTrust.NotJudged, one.Trust);
        var again = SignatureReport.Read(report.ToJson());
        Assert.Equal(report.Signatures, again.Signatures);
    }

    [Theory]
    [InlineData("adbe.pkcs7.detached", SignatureState.Intact)]
    [InlineData("adbe.pkcs7.sha1", SignatureState.Unreadable)]
    [InlineData("ETSI.RFC3161", SignatureState.None)]
    public void Each_form_of_signature_is_checked_or_said_to_be_unknown(string subFilter, SignatureState expected) =>
        Assert.Equal(expected, Check.Of(SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, subFilter)).State);

    [Fact]
    public void The_time_that_the_signature_itself_claims_goes_before_that_of_the_dictionary()
    {
        var at = new DateTime(2026, 10, 21, 2, 3, 4, DateTimeKind.Utc);
        var file = SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, contents: signed => Convert.ToHexString(SignedPdf.Cms(signed, SignedPdf.Leader, signedAt: at)));
        Assert.Equal((SignatureState.Intact, at), (Check.Of(file).State, Check.Of(file).Signatures[0].ClaimedAt!.Value));
        Assert.Null(Check.Of(SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, hasTime: false)).Signatures[0].ClaimedAt);
    }

    [Fact]
    public void One_byte_changed_where_it_was_signed_is_seen()
    {
        byte[] changed = [.. Signed];
        changed[changed.AsSpan().IndexOf("(PDF)"u8) + 1] = (byte)'p';

        var one = Assert.Single(Check.Of(changed).Signatures);
        Assert.Equal((SignatureState.Altered, "Nội dung tệp không còn đúng như khi ký.", "Trần Văn Ký"), (one.State, one.Problem, one.Signer));
    }

    [Fact]
    public void What_is_added_later_is_told_and_bytes_put_in_or_cut_off_are_no_addition()
    {
        var longer = Assert.Single(Check.Of([.. Signed, .. "\n10 0 obj<</Type/Page>>endobj\n%%EOF\n"u8]).Signatures);
        Assert.Equal(SignatureState.AddedTo, longer.State);
        Assert.StartsWith("Sau chữ ký này tệp có thêm", longer.Problem);
        Assert.Equal(SignatureState.Altered, Check.Of(Signed[..^3]).State);
        Assert.Equal(SignatureState.Altered, Check.Of([.. Signed[..20], .. "%x\n"u8, .. Signed[20..]]).State);
    }

    [Fact]
    public void Of_two_signatures_the_later_covers_the_earlier()
    {
        var twice = SignedPdf.Sign(Signed, SignedPdf.Office);

        var report = Check.Of(twice);
        Assert.Equal([(SignatureState.AddedTo, "Trần Văn Ký"), (SignatureState.Intact, "Văn phòng UBND tỉnh")], report.Signatures.Select(s => (s.State, s.Signer!)));
        Assert.Equal(SignatureState.Intact, report.State);
        Assert.Equal(SignatureState.AddedTo, Check.Of([.. twice, (byte)'\n']).State);
        twice[30]++;
        Assert.Equal((SignatureState.Altered, 2), (Check.Of(twice).State, Check.Of(twice).Signatures.Count(s => s.State == SignatureState.Altered)));
    }

    [Fact]
    public void A_file_without_a_signature_carries_none()
    {
        foreach (var file in new[] { Samples.Pdf, [], Encoding.ASCII.GetBytes("%PDF-1.7"), Encoding.ASCII.GetBytes("%PDF-1.7 1 0 obj<</Encrypt 5 0 R>>endobj"), Encoding.ASCII.GetBytes("%PDF-1.7 1 0 obj<</FT/Sig/T(x)>>endobj") })
            Assert.Equal((SignatureState.None, 0), (Check.Of(file).State, Check.Of(file).Signatures.Count));
    }

    [Fact]
    public void A_signature_that_cannot_be_read_is_said_to_be_so()
    {
        foreach (var contents in new Func<byte[], string>[]
        {
            _ => "3082zz",
            _ => "",
            _ => "30820102030405",
            _ => Convert.ToHexString(new byte[300]),
            signed => Convert.ToHexString(SignedPdf.Cms(signed, SignedPdf.Leader))[..1000],
        })
        {
            var one = Assert.Single(Check.Of(SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, contents: contents)).Signatures);
            Assert.Equal((SignatureState.Unreadable, (string?)null), (one.State, one.Signer));
            Assert.NotNull(one.Problem);
        }
    }

    [Fact]
    public void A_signature_of_other_bytes_is_not_right()
    {
        var other = SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, contents: _ => Convert.ToHexString(SignedPdf.Cms([1, 2, 3], SignedPdf.Leader)));
        Assert.Equal(SignatureState.Altered, Check.Of(other).State);
        // Over bytes that it brings itself: right for those, and says nothing of the file.
        var own = SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, contents: _ => Convert.ToHexString(SignedPdf.Cms([1, 2, 3], SignedPdf.Leader, detached: false)));
        Assert.Equal(SignatureState.Altered, Check.Of(own).State);
    }

    [Fact]
    public void A_plain_signature_without_attributes_is_right_for_the_same_bytes_only()
    {
        var file = SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, "adbe.pkcs7.detached", contents: signed => Convert.ToHexString(SignedPdf.Cms(signed, SignedPdf.Leader, hasAttributes: false)));
        Assert.Equal(SignatureState.Intact, Check.Of(file).State);
        file[40]++;
        Assert.Equal(SignatureState.Altered, Check.Of(file).State);
    }

    [Theory]
    [InlineData("[0 {0} {1} 99999999999999999999]", SignatureState.Unreadable)]
    [InlineData("[0 {0} {1} 9223372036854775807]", SignatureState.Altered)]
    [InlineData("[0 9223372036854775807 9223372036854775807 9223372036854775807]", SignatureState.Altered)]
    [InlineData("[0 {0} {1} -1]", SignatureState.Unreadable)]
    [InlineData("[-5 {0} {1} {2}]", SignatureState.Unreadable)]
    [InlineData("[1 {0} {1} {2}]", SignatureState.Unreadable)]
    [InlineData("[0 {1} {0} {2}]", SignatureState.Altered)]
    [InlineData("[0 {1} {1} {2}]", SignatureState.Altered)]
    [InlineData("[0 10 20 {2}]", SignatureState.Altered)]
    [InlineData("[0 {0} {1}]", SignatureState.Unreadable)]
    [InlineData("[0 {0} {1} {2} 0 1]", SignatureState.Unreadable)]
    [InlineData("[0 {0}.5 {1} {2}]", SignatureState.Unreadable)]
    [InlineData("[0 /a /b /c]", SignatureState.Unreadable)]
    [InlineData("[]", SignatureState.Unreadable)]
    [InlineData("7 0 R", SignatureState.Unreadable)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[", SignatureState.Unreadable)]
    [InlineData("(never closed", SignatureState.Unreadable)]
    [InlineData("[0 {0} {1} {2}] /ByteRange [0 1 2 3]", SignatureState.Unreadable)]
    public void A_range_that_is_not_the_file_without_the_signature_is_never_taken(string range, SignatureState expected)
    {
        var file = SignedPdf.Sign(Samples.Pdf, SignedPdf.Leader, range: (a, b, c) => range.Replace("{0}", SignedPdf.Number(a)).Replace("{1}", SignedPdf.Number(b)).Replace("{2}", SignedPdf.Number(c)));
        Assert.Equal(expected, Check.Of(file).State);
    }

    [Fact]
    public void More_signatures_than_anybody_puts_are_not_all_looked_at()
    {
        var file = Encoding.ASCII.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat("1 0 obj<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>endobj\n", 5000)));
        var report = Check.Of(file);
        Assert.Equal((SignatureState.Unreadable, SignatureCheck.MostSignatures + 1), (report.State, report.Signatures.Count));
        Assert.Contains("quá nhiều chữ ký", report.Signatures[^1].Problem);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_held_in_memory()
    {
        using var large = new LargeFile();
        Assert.Equal(SignatureState.Unreadable, Check.Of(large).State);
    }

    [Fact]
    public void Whatever_is_changed_the_check_answers_and_no_changed_byte_passes_as_intact()
    {
        var gap = (From: Signed.AsSpan().IndexOf("/Contents <"u8) + "/Contents <".Length, To: Signed.AsSpan().LastIndexOf(" /ByteRange"u8) - 1);
        Gen.Select(Gen.Int[0, Signed.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            byte[] file = [.. Signed];
            foreach (var (at, value) in changes)
                file[at] = value;
            var state = Check.Of(file).State;
            var isChanged = Enumerable.Range(0, file.Length).Any(i => file[i] != Signed[i] && (i < gap.From || i >= gap.To));
            return !isChanged || state != SignatureState.Intact;
        }, iter: 400);
    }

    [Fact]
    public void Bytes_put_together_at_random_never_make_it_fail()
    {
        string[] words = ["/ByteRange", "/ByteRange[0 5 9 ", "[", "]", "<<", ">>", "<", ">", "(", ")", "\\", "/Contents<30>", " obj", "1 0 obj<<", "/Type/Sig", "/SubFilter/ETSI.CAdES.detached", "endobj", "99999999999", "-1", " ", "%", "\n", "/", "R", "\0", "ÿ"];
        var pieces = Gen.Int[0, words.Length - 1];
        Gen.Select(pieces.Array[0, 60], Gen.Byte.Array[0, 20]).Sample((chosen, noise) => Check.Of([.. Encoding.Latin1.GetBytes(string.Concat(chosen.Select(i => words[i]))), .. noise]) is not null, iter: 3000);
        Gen.Select(Gen.Int[0, Signed.Length], Gen.Int[0, Signed.Length], Gen.Byte.Array[0, 50]).Sample((from, to, noise) => Check.Of([.. Signed[..from], .. noise, .. Signed[to..]]) is not null, iter: 300);
    }

    [Fact]
    public void With_a_folder_of_trusted_issuers_the_certificate_is_judged_at_the_time_of_signing()
    {
        var folder = Directory.CreateTempSubdirectory("itscoring-trusted-").FullName;
        try
        {
            var (from, through) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
            using var trusted = SignedPdf.IssuedBy("Tổ chức cấp chứng thư", folder, from, through);
            var judge = With(folder);
            var one = judge.Of(SignedPdf.Sign(Samples.Pdf, trusted)).Signatures[0];
            Assert.Equal((SignatureState.Intact, CertificateTrust.Trusted, "Tổ chức cấp chứng thư", "Lê Thị Ấn"), (one.State, one.Trust, one.Issuer, one.Signer));
            Assert.Equal(CertificateTrust.NotTrusted, judge.Of(Signed).Signatures[0].Trust);
            // Anybody can make a certificate in the name of an issuer.
            var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "khac")).FullName;
            using var false1 = SignedPdf.IssuedBy("Tổ chức cấp chứng thư", elsewhere, from, through);
            Assert.Equal(CertificateTrust.NotTrusted, judge.Of(SignedPdf.Sign(Samples.Pdf, false1)).Signatures[0].Trust);

            using var old = SignedPdf.IssuedBy("Tổ chức khác", folder, from, new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero));
            var late = judge.Of(SignedPdf.Sign(Samples.Pdf, old)).Signatures[0];
            Assert.Equal((SignatureState.Intact, CertificateTrust.NotValidThen, false), (late.State, late.Trust, late.WasValidThen!.Value));
            File.WriteAllText(Path.Combine(folder, "hong.cer"), "hỏng");
            Assert.Equal(CertificateTrust.NotJudged, judge.Of(Signed).Signatures[0].Trust);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SignatureCheck With(string folder) =>
        new(new TrustedIssuers(Options.Create(new SignatureOptions { TrustedFolder = folder }), new Site(), NullLogger<TrustedIssuers>.Instance), new SettableClock(SignedPdf.At));

    private sealed class Site : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    /// <summary>Says that it is large, and has nothing to read.</summary>
    private sealed class LargeFile : MemoryStream
    {
        public override long Length => SignatureCheck.MostBytes + 1;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("It was read.");
    }
}
