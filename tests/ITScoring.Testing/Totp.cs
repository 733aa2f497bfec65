using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ITScoring.Testing;

/// <summary>The codes of an authenticator app, worked out from RFC 6238: SHA-1, half a minute, six digits.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">As a page shows it: base 32, perhaps with spaces.</param>
    /// <param name="later">Half minutes from now; the site takes the next one too.</param>
    public static string CodeOf(string key, int later = 0)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        // Identity looks at the machine's clock, not at the site's.
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + later);
        var hash = HMACSHA1.HashData(Bytes(key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Where(c => !char.IsWhiteSpace(c)).Select(c => Convert.ToString(Base32.IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
