using ITScoring.Data;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SignIn;

/// <summary>
/// Counts tries with names that no account has, and locks them as long as an account would be: the answer "locked" must not tell which names
/// exist. Kept in memory only, for there is nothing to protect.
/// </summary>
public sealed class UnknownNames(IMemoryCache cache, IOptions<IdentityOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);

    /// <summary>Counts one try.</summary>
    /// <returns>Until when the name is locked (UTC); null: it is not.</returns>
    public DateTime? Count(string name)
    {
        if (name.Length > Lengths.Code)
            return null;
        var tries = cache.GetOrCreate((nameof(UnknownNames), name.ToUpperInvariant()), entry =>
        {
            entry.SlidingExpiration = Memory;
            return new Tries();
        })!;
        lock (tries)
        {
            var now = clock.UtcNow();
            if (tries.LockedUntil > now)
                return tries.LockedUntil;
            tries.LockedUntil = null;
            if (++tries.Failed >= options.Value.Lockout.MaxFailedAccessAttempts)
                (tries.Failed, tries.LockedUntil) = (0, now + options.Value.Lockout.DefaultLockoutTimeSpan);
            return tries.LockedUntil;
        }
    }

    private sealed class Tries
    {
        public int Failed { get; set; }

        public DateTime? LockedUntil { get; set; }
    }
}
