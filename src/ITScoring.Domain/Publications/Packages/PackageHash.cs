using System.Security.Cryptography;

namespace ITScoring.Domain.Publications.Packages;

/// <summary>The hash of a file.</summary>
public static class PackageHash
{
    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
