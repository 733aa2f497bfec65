using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SignIn;

/// <summary>
/// Signs accounts in and out. A failed try counts and is audited in one save; nobody learns which accounts exist. Tries and locks are Identity's
/// columns and options, reckoned here because Identity looks at the machine's clock, not at the site's.
/// </summary>
public sealed class SignInService(
    AppDbContext db, UserManager<AppUser> users, SignInManager<AppUser> signIn, UnknownNames unknown, AuditLog audit, PortalMeters meters, IOptions<IdentityOptions> options, TimeProvider clock)
{
    // Tries for one account that arrive together are counted one after the other.
    private const int MostConflicts = 20;

    // Verifying costs the same whether or not the account exists, so that the time of an answer tells nothing.
    private static readonly AppUser Nobody = new() { UserName = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<AppUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <returns>What came of it, and until when (UTC) the account is locked.</returns>
    public async Task<(SignInOutcome Outcome, DateTime? LockedUntil)> SignInAsync(string userName, string password, CancellationToken cancel = default)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                var result = await TryAsync(userName.Trim(), password, cancel);
                meters.TriedToSignIn(result.Item1);
                return result;
            }
            catch (DbUpdateConcurrencyException) when (conflicts < MostConflicts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public async Task SignOutAsync(string userName, CancellationToken cancel = default)
    {
        audit.Record("account.sign-out", userName, null, null);
        await db.SaveChangesAsync(cancel);
        await signIn.SignOutAsync();
    }

    private async Task<(SignInOutcome, DateTime?)> TryAsync(string userName, string password, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            _ = users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            var until = unknown.Count(userName);
            // What was typed is not kept: people type their password into the wrong field.
            audit.Record("account.sign-in-failed", "-", null, null);
            await db.SaveChangesAsync(cancel);
            return until is null ? (SignInOutcome.Wrong, null) : (SignInOutcome.Locked, until);
        }

        if (user.LockoutEnd is { } end && end.UtcDateTime > now)
        {
            audit.Record("account.sign-in-locked", user.UserName!, null, null);
            await db.SaveChangesAsync(cancel);
            return (SignInOutcome.Locked, end.UtcDateTime);
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            user.LockoutEnd = null;
            if (++user.AccessFailedCount >= options.Value.Lockout.MaxFailedAccessAttempts)
                (user.AccessFailedCount, user.LockoutEnd) = (0, now + options.Value.Lockout.DefaultLockoutTimeSpan);
            audit.Record("account.sign-in-failed", user.UserName!, null, user.LockoutEnd is { } locked ? $"Khóa đến {VietnamTime.Stamp(locked.UtcDateTime)}" : null);
            await SaveAsync(user, cancel);
            return user.LockoutEnd is { } until ? (SignInOutcome.Locked, until.UtcDateTime) : (SignInOutcome.Wrong, null);
        }

        if (user.SuspendedAt is not null)
        {
            audit.Record("account.sign-in-suspended", user.UserName!, null, null);
            await db.SaveChangesAsync(cancel);
            return (SignInOutcome.Suspended, null);
        }

        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        audit.Record(user.ToActor(), "account.sign-in", user.UserName!, null, null);
        await SaveAsync(user, cancel);
        await signIn.SignInAsync(user, isPersistent: false);
        return (user.MustChangePassword ? SignInOutcome.MustChangePassword : SignInOutcome.Done, null);
    }

    /// <summary>Writes the account even if nothing changed: a right guess among many at once must not pass those that were counted first.</summary>
    private async Task SaveAsync(AppUser user, CancellationToken cancel)
    {
        var result = await users.UpdateAsync(user);
        if (!result.Succeeded)
            throw new InvalidOperationException($"The account {user.Id} cannot be stored: {string.Join(" ", result.Errors.Select(e => e.Code))}.");
        await db.SaveChangesAsync(cancel);
    }
}
