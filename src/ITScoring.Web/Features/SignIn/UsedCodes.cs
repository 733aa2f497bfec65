using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ITScoring.Data.Identity;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;

namespace ITScoring.Web.Features.SignIn;

/// <summary>Codes of the authenticator app that were used while they still count: none signs in twice. Kept beside the account's other tokens; the caller saves.</summary>
public sealed class UsedCodes(UserManager<AppUser> users, TimeProvider clock)
{
    private const string Provider = "ITScoring";
    private const string Name = "UsedCodes";

    /// <summary>Longer than Identity accepts a code before and after its half minute.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <returns>False: the code was used before.</returns>
    public async Task<bool> TakeAsync(AppUser user, string code)
    {
        var now = clock.UtcNow();
        var kept = (await users.GetAuthenticationTokenAsync(user, Provider, Name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(e => new DateTime(long.Parse(e[(e.IndexOf(':') + 1)..], CultureInfo.InvariantCulture), DateTimeKind.Utc) > now).ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id} {user.SecurityStamp} {code}")));
        if (kept.Any(e => e.StartsWith(hash, StringComparison.Ordinal)))
            return false;
        kept.Add(string.Create(CultureInfo.InvariantCulture, $"{hash}:{(now + Kept).Ticks}"));
        await users.SetAuthenticationTokenAsync(user, Provider, Name, string.Join(' ', kept));
        return true;
    }
}
