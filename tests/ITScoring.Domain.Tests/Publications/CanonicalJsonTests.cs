using System.Text;
using System.Text.Json;
using CsCheck;
using ITScoring.Domain.Publications;

namespace ITScoring.Domain.Tests.Publications;

public sealed class CanonicalJsonTests
{
    [Theory]
    // no spaces, keys in ordinal order (capitals first, letters with marks last), arrays as they are
    [InlineData("""{ "b" : 1 , "a" : [ 3 , 1 , 2 ] }""", """{"a":[3,1,2],"b":1}""")]
    [InlineData("""{"đ":1,"a10":2,"a2":3,"B":4,"_":5}""", """{"B":4,"_":5,"a10":2,"a2":3,"đ":1}""")]
    [InlineData("""{"a":{"d":1,"c":{"y":[],"x":{}}}}""", """{"a":{"c":{"x":{},"y":[]},"d":1}}""")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("[true, false, null]", "[true,false,null]")]
    // numbers in shortest plain decimal
    [InlineData("[1.0, 1.50, 0.10, 100]", "[1,1.5,0.1,100]")]
    [InlineData("[-0, -0.0, 0e5]", "[0,0,0]")]
    [InlineData("[1e3, 1.5E+2, 25e-3, -1E-7]", "[1000,150,0.025,-0.0000001]")]
    [InlineData("[12345678901234567890.123456789012345678901234567890]", "[12345678901234567890.12345678901234567890123456789]")]
    [InlineData("[1e30]", "[1000000000000000000000000000000]")]
    // strings with only mandatory escapes
    [InlineData("""["\u0041\u0110", "\/", "Sở <b>&'</b>"]""", """["AĐ","/","Sở <b>&'</b>"]""")]
    [InlineData("""["\"\\\b\f\n\r\t\u0000\u001F\u007f"]""", "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\"]")]
    [InlineData("""["\uD83D\uDC4D"]""", """["👍"]""")]
    [InlineData("""{"\u0061":1}""", """{"a":1}""")]
    public void Json_has_one_form(string json, string canonical)
    {
        Assert.Equal(canonical, CanonicalJson.Of(json));
        Assert.Equal(canonical, CanonicalJson.Of(canonical));
    }

    [Fact]
    public void A_number_that_differs_in_the_twentieth_digit_stays_different() =>
        Assert.NotEqual(CanonicalJson.Of("[0.12345678901234567890]"), CanonicalJson.Of("[0.12345678901234567891]"));

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""[{"a":1,"\u0061":2}]""")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("\uFEFF[]")]
    public void What_has_no_single_meaning_has_no_canonical_form(string json) => Assert.ThrowsAny<JsonException>(() => CanonicalJson.Of(json));

    [Fact]
    public void A_number_that_nobody_counts_to_is_refused() => Assert.Throws<FormatException>(() => CanonicalJson.Of("[1e401]"));

    /// <summary>The digest of "abc" is example B.1 of FIPS 180-2; that of the empty text is as well known.</summary>
    [Theory]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_hash_is_lower_case_SHA_256_of_the_bytes_without_a_mark(string text, string sha256) => Assert.Equal(sha256, CanonicalJson.Sha256(text));

    [Fact]
    public void A_hash_reads_the_text_as_UTF_8() => Assert.Equal(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("{\"tên\":\"Sở\"}"))), CanonicalJson.Sha256("{\"tên\":\"Sở\"}"));

    [Fact]
    public void The_order_of_keys_and_the_spacing_never_matter() => Gen.Select(Gen.Dictionary(Gen.String[Gen.Char['a', 'z'], 1, 3], Gen.Decimal[-1000, 1000])[1, 8], Gen.Int).Sample((members, seed) =>
    {
        string Json(IEnumerable<KeyValuePair<string, decimal>> all, string space) =>
            $"{{{space}{string.Join("," + space, all.Select(member => $"\"{member.Key}\"{space}:{space}{member.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}"))}}}";
        var shuffled = members.OrderBy(member => HashCode.Combine(member.Key, seed)).ToList();

        var canonical = CanonicalJson.Of(Json(members, ""));
        Assert.Equal(canonical, CanonicalJson.Of(Json(shuffled, " \n ")));
        Assert.Equal(canonical, CanonicalJson.Of(canonical));
    }, iter: 500);
}
