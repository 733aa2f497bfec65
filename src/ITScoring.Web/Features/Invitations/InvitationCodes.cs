using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace ITScoring.Web.Features.Invitations;

/// <summary>One-time codes: made, hashed, and sealed for as long as their mail waits.</summary>
public sealed class InvitationCodes(IDataProtectionProvider protection)
{
    // Letters and digits that nobody mistakes for each other on paper; 31^20 codes are some 99 bits.
    private const string Legible = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Letters = 20;
    private const int Group = 5;

    private readonly IDataProtector _protector = protection.CreateProtector("ITScoring.Invitations.v1");

    /// <summary>E.g. <c>k7mpa-3xwq9-bbt42-hn5re</c>.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Legible, Letters).Chunk(Group).Select(c => new string(c)));

    /// <summary>Lower-case hexadecimal SHA-256; spaces, hyphens and case aside.</summary>
    public static string HashOf(string? code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant())));

    public string Seal(string code) => _protector.Protect(code);

    /// <returns>Null: there is none, or the site's keys have changed.</returns>
    public string? Unseal(string? sealedCode)
    {
        try
        {
            return sealedCode is null ? null : _protector.Unprotect(sealedCode);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
