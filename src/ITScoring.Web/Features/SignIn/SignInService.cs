using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;

namespace ITScoring.Web.Features.SignIn;

/// <summary>Signs accounts in and out. A failed try counts and is audited in one save; nobody learns which accounts exist.</summary>
public sealed class SignInService(AppDbContext db, UserManager<AppUser> users, SignInManager<AppUser> signIn, AuditLog audit, TimeProvider clock)
{
    // Verifying costs the same whether or not the account exists, so that the time of an answer tells nothing.
    private static readonly AppUser Nobody = new() { UserName = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<AppUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<SignInOutcome> SignInAsync(string? userName, string? password, CancellationToken cancel = default)
    {
        var user = string.IsNullOrWhiteSpace(userName) ? null : await users.FindByNameAsync(userName.Trim());
        if (user is null)
        {
            _ = users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password ?? "");
            audit.Record("account.sign-in-failed", "-", null, null);
            await db.SaveChangesAsync(cancel);
            return SignInOutcome.Wrong;
        }

        if (await users.IsLockedOutAsync(user))
        {
            audit.Record("account.sign-in-locked", user.UserName!, null, null);
            await db.SaveChangesAsync(cancel);
            return SignInOutcome.Locked;
        }

        if (!await users.CheckPasswordAsync(user, password ?? ""))
        {
            await users.AccessFailedAsync(user);
            audit.Record("account.sign-in-failed", user.UserName!, null, null);
            await db.SaveChangesAsync(cancel);
            return await users.IsLockedOutAsync(user) ? SignInOutcome.Locked : SignInOutcome.Wrong;
        }

        if (user.SuspendedAt is not null)
        {
            audit.Record("account.sign-in-suspended", user.UserName!, null, null);
            await db.SaveChangesAsync(cancel);
            return SignInOutcome.Suspended;
        }

        await users.ResetAccessFailedCountAsync(user);
        audit.Record("account.sign-in", user.UserName!, null, VietnamTime.Stamp(clock.UtcNow()));
        await db.SaveChangesAsync(cancel);
        await signIn.SignInAsync(user, isPersistent: false);
        return user.MustChangePassword ? SignInOutcome.MustChangePassword : SignInOutcome.Done;
    }

    public async Task SignOutAsync(string userName, CancellationToken cancel = default)
    {
        audit.Record("account.sign-out", userName, null, null);
        await db.SaveChangesAsync(cancel);
        await signIn.SignOutAsync();
    }

    /// <summary>When a locked account opens again.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(string userName) =>
        await users.FindByNameAsync(userName.Trim()) is { } user ? await users.GetLockoutEndDateAsync(user) : null;
}
