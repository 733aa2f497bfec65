using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Web.Features.SignIn;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SecondFactors;

/// <summary>Sets the second factor of one's own account up and takes it down. Every act asks for the password or a code, is audited in the same save, and ends the other sessions.</summary>
public sealed class SecondFactorService(AppDbContext db, UserManager<AppUser> users, UsedCodes used, AuditLog audit, IOptions<Startup.PortalOptions> portal)
{
    private const int RecoveryCodes = 10;

    /// <summary>A new key for the authenticator app; it counts once a code of it was typed.</summary>
    /// <returns>The key in groups of four, and the address that the QR code holds; null: the password is wrong.</returns>
    public async Task<(string Key, string Address)?> BeginAsync(AppUser user, string password, CancellationToken cancel)
    {
        if (!await users.CheckPasswordAsync(user, password))
            return null;
        await users.ResetAuthenticatorKeyAsync(user);
        await db.SaveChangesAsync(cancel);
        return await ShownAsync(user);
    }

    /// <summary>The key that waits for its first code; null: none was begun.</summary>
    public async Task<(string Key, string Address)?> ShownAsync(AppUser user)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
            return null;
        var issuer = $"Đánh giá CNTT {portal.Value.Province}".Trim();
        var address = $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6";
        return (string.Join(' ', key.Chunk(4).Select(c => new string(c))), address);
    }

    /// <summary>Turns it on by the first code.</summary>
    /// <returns>The recovery codes, shown once; null: the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> EnableAsync(AppUser user, string code, CancellationToken cancel)
    {
        var typed = new string([.. code.Where(char.IsAsciiDigit)]);
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, typed))
            return null;
        user.TwoFactorEnabled = true;
        await users.UpdateSecurityStampAsync(user);
        await used.TakeAsync(user, typed);
        audit.Record("account.second-factor-on", AccountReference.Subject(user.Id), null, null);
        return await NewCodesAsync(user, cancel);
    }

    /// <returns>New recovery codes in the place of all earlier ones; null: the password is wrong.</returns>
    public async Task<IReadOnlyList<string>?> RenewCodesAsync(AppUser user, string password, CancellationToken cancel)
    {
        if (!await users.CheckPasswordAsync(user, password))
            return null;
        audit.Record("account.new-recovery-codes", AccountReference.Subject(user.Id), null, null);
        return await NewCodesAsync(user, cancel);
    }

    /// <returns>False: the password is wrong.</returns>
    public async Task<bool> DisableAsync(AppUser user, string password, CancellationToken cancel)
    {
        if (!await users.CheckPasswordAsync(user, password))
            return false;
        await DropAsync(users, user);
        audit.Record("account.second-factor-off", AccountReference.Subject(user.Id), null, null);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Takes the second factor away with everything kept for it, and ends all sessions; the caller saves.</summary>
    public static async Task DropAsync(UserManager<AppUser> users, AppUser user)
    {
        user.TwoFactorEnabled = false;
        await users.ResetAuthenticatorKeyAsync(user);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
        await users.UpdateSecurityStampAsync(user);
    }

    public Task<int> CodesLeftAsync(AppUser user) => users.CountRecoveryCodesAsync(user);

    private async Task<IReadOnlyList<string>> NewCodesAsync(AppUser user, CancellationToken cancel)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await db.SaveChangesAsync(cancel);
        return [.. codes!];
    }
}
