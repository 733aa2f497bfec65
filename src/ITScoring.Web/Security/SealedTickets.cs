using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.DataProtection;

namespace ITScoring.Web.Security;

/// <summary>
/// Holds what a preview showed until the choice is made: sealed in the page itself, so that nothing is kept on the server, a restart loses nothing,
/// and the browser can neither change nor add a value. A ticket serves one person and one subject, for a short time.
/// </summary>
public sealed class SealedTickets(IDataProtectionProvider protection, CurrentUser user, TimeProvider clock)
{
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    /// <summary>Letters of a ticket that a page can carry and a form can send.</summary>
    public const int MaxLetters = 3_000_000;

    /// <param name="purpose">What kind of ticket it is; one of another kind does not open.</param>
    /// <param name="subject">What it is about, e.g. the number of a form.</param>
    public string Seal<T>(string purpose, string subject, T content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, new Ticket<T>(user.UserId, subject, clock.UtcNow(), content));
        return Convert.ToBase64String(Protector(purpose).Protect(packed.ToArray()));
    }

    /// <returns>What was sealed; null when the ticket is too old, of another person, kind or subject, or was not sealed here.</returns>
    public T? Open<T>(string purpose, string subject, string? ticket)
        where T : class
    {
        var sealedBytes = new byte[((ticket?.Length ?? 0) * 3 / 4) + 3];
        if (string.IsNullOrEmpty(ticket) || !Convert.TryFromBase64String(ticket, sealedBytes, out var length))
            return null;
        try
        {
            using var packed = new BrotliStream(new MemoryStream(Protector(purpose).Unprotect(sealedBytes[..length])), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Ticket<T>>(packed) is { } opened && opened.UserId == user.UserId && opened.Subject == subject && clock.UtcNow() - opened.At <= Valid
                ? opened.Content
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("ITScoring.Tickets.v1", purpose);

    private sealed record Ticket<T>(int UserId, string Subject, DateTime At, T Content);
}
