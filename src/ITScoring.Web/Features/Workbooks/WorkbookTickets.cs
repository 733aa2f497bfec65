using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.DataProtection;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>
/// Holds what a preview showed until the choice is made: sealed in the page itself, so that nothing is kept on the server, a restart loses nothing,
/// and the browser can neither change nor add a value. A ticket serves one person and one form, for a short time.
/// </summary>
public sealed class WorkbookTickets(IDataProtectionProvider protection, CurrentUser user, TimeProvider clock)
{
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("ITScoring.Workbooks.Preview.v1");

    public string Seal(OwnForm form, IReadOnlyList<WorkbookPart> parts)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, new Content(user.UserId, form.Submission.Id, clock.UtcNow(), parts));
        return Convert.ToBase64String(_protector.Protect(packed.ToArray()));
    }

    /// <summary>The parts of a ticket.</summary>
    /// <returns>Null when it is too old, of another person or form, or was not sealed here.</returns>
    public IReadOnlyList<WorkbookPart>? Open(OwnForm form, string? ticket)
    {
        var sealedBytes = new byte[((ticket?.Length ?? 0) * 3 / 4) + 3];
        if (string.IsNullOrEmpty(ticket) || !Convert.TryFromBase64String(ticket, sealedBytes, out var length))
            return null;
        try
        {
            using var packed = new BrotliStream(new MemoryStream(_protector.Unprotect(sealedBytes[..length])), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Content>(packed) is { } content && content.UserId == user.UserId && content.SubmissionId == form.Submission.Id && clock.UtcNow() - content.At <= Valid
                ? content.Parts
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Content(int UserId, int SubmissionId, DateTime At, IReadOnlyList<WorkbookPart> Parts);
}
