using System.Security.Claims;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SignIn;

/// <summary>
/// Signs accounts in and out. A failed try counts and is audited in one save; nobody learns which accounts exist. Tries and locks are Identity's
/// columns and options, reckoned here because Identity looks at the machine's clock, not at the site's.
/// </summary>
public sealed class SignInService(
    AppDbContext db, UserManager<AppUser> users, SignInManager<AppUser> signIn, UnknownNames unknown, UsedCodes used, AuditLog audit, PortalMeters meters,
    IOptions<IdentityOptions> options, IHttpContextAccessor http, TimeProvider clock)
{
    // Tries for one account that arrive together are counted one after the other.
    private const int MostConflicts = 20;

    // Verifying costs the same whether or not the account exists, so that the time of an answer tells nothing.
    private static readonly AppUser Nobody = new() { UserName = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<AppUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <returns>What came of it, and until when (UTC) the account is locked.</returns>
    public Task<(SignInOutcome Outcome, DateTime? LockedUntil)> SignInAsync(string userName, string password, CancellationToken cancel = default) =>
        CountedAsync(() => TryAsync(userName.Trim(), password, cancel));

    /// <summary>Whose second step is waited for; null: nobody's, or the time for it is over.</summary>
    public async Task<AppUser?> WaitingAsync() => await signIn.GetTwoFactorAuthenticationUserAsync();

    /// <summary>The second step: a code of the authenticator app, or one of the recovery codes.</summary>
    public Task<(SignInOutcome Outcome, DateTime? LockedUntil)> SecondStepAsync(string code, CancellationToken cancel = default) => CountedAsync(() => TrySecondAsync(code, cancel));

    /// <summary>Signs an account in without a password: for the practice site only, whose caller has looked who may be entered as.</summary>
    public Task EnterAsync(AppUser user, CancellationToken cancel = default) => InAsync(user, null, cancel);

    public async Task SignOutAsync(int userId, CancellationToken cancel = default)
    {
        audit.Record("account.sign-out", AccountReference.Subject(userId), null, null);
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
            audit.Record("account.sign-in-locked", AccountReference.Subject(user.Id), null, null);
            await db.SaveChangesAsync(cancel);
            return (SignInOutcome.Locked, end.UtcDateTime);
        }

        if (!await users.CheckPasswordAsync(user, password))
            return await FailedAsync(user, null, cancel);

        if (user.SuspendedAt is not null)
        {
            audit.Record("account.sign-in-suspended", AccountReference.Subject(user.Id), null, null);
            await db.SaveChangesAsync(cancel);
            return (SignInOutcome.Suspended, null);
        }

        if (user.TwoFactorEnabled)
        {
            // Failures are forgotten by the second step only: a known password must not buy tries at the code.
            await SaveAsync(user, cancel);
            await http.HttpContext!.SignInAsync(
                IdentityConstants.TwoFactorUserIdScheme,
                new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, AccountReference.Subject(user.Id))], IdentityConstants.TwoFactorUserIdScheme)));
            return (SignInOutcome.SecondStep, null);
        }

        return await InAsync(user, null, cancel);
    }

    private async Task<(SignInOutcome, DateTime?)> TrySecondAsync(string code, CancellationToken cancel)
    {
        if (await WaitingAsync() is not { TwoFactorEnabled: true, SuspendedAt: null } user)
            return (SignInOutcome.Wrong, null);
        if (user.LockoutEnd is { } end && end.UtcDateTime > clock.UtcNow())
            return (SignInOutcome.Locked, end.UtcDateTime);
        var typed = new string([.. code.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        if (typed.Length == 6)
        {
            if (await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, typed) && await used.TakeAsync(user, typed))
                return await InAsync(user, "Xác thực hai lớp", cancel);
        }
        else if ((await users.RedeemTwoFactorRecoveryCodeAsync(user, typed.ToUpperInvariant())).Succeeded)
        {
            return await InAsync(user, "Mã dự phòng", cancel);
        }

        return await FailedAsync(user, "Mã xác thực sai", cancel);
    }

    private async Task<(SignInOutcome, DateTime?)> InAsync(AppUser user, string? how, CancellationToken cancel)
    {
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        audit.Record(user.ToActor(), "account.sign-in", AccountReference.Subject(user.Id), null, how);
        await SaveAsync(user, cancel);
        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(user, isPersistent: false);
        return (user.MustChangePassword ? SignInOutcome.MustChangePassword : SignInOutcome.Done, null);
    }

    private async Task<(SignInOutcome, DateTime?)> FailedAsync(AppUser user, string? what, CancellationToken cancel)
    {
        user.LockoutEnd = null;
        if (++user.AccessFailedCount >= options.Value.Lockout.MaxFailedAccessAttempts)
            (user.AccessFailedCount, user.LockoutEnd) = (0, clock.UtcNow() + options.Value.Lockout.DefaultLockoutTimeSpan);
        var locked = user.LockoutEnd is { } end ? $"Khóa đến {VietnamTime.Stamp(end.UtcDateTime)}" : null;
        audit.Record("account.sign-in-failed", AccountReference.Subject(user.Id), null, what is null ? locked : locked is null ? what : $"{what}; {locked}");
        await SaveAsync(user, cancel);
        return user.LockoutEnd is { } until ? (SignInOutcome.Locked, until.UtcDateTime) : (SignInOutcome.Wrong, null);
    }

    private async Task<(SignInOutcome, DateTime?)> CountedAsync(Func<Task<(SignInOutcome, DateTime?)>> attempt)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                var result = await attempt();
                meters.TriedToSignIn(result.Item1);
                return result;
            }
            catch (DbUpdateConcurrencyException) when (conflicts < MostConflicts)
            {
                db.ChangeTracker.Clear();
            }
        }
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
