using System.Security.Cryptography;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Accounts;

/// <summary>Creates and changes accounts; each change and its audit row are one save.</summary>
public sealed class AccountService(AppDbContext db, UserManager<AppUser> users, CurrentUser me, AuditLog audit, TimeProvider clock)
{
    // Letters and digits that nobody mistakes for each other on paper.
    private const string Legible = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string NewPassword() => RandomNumberGenerator.GetString(Legible, 9) + RandomNumberGenerator.GetString("23456789", 3);

    /// <param name="password">The first password; the person changes it at the first sign-in.</param>
    public async Task<Outcome> CreateAsync(AccountDetails details, string userName, string password, CancellationToken cancel = default)
    {
        if (await CheckAsync(details, cancel) is { Ok: false } wrong)
            return wrong;
        var user = new AppUser { UserName = userName.Trim().ToLowerInvariant(), CreatedAt = clock.UtcNow(), MustChangePassword = true, LockoutEnabled = true };
        Apply(user, details);
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
            return Refused(result);
        audit.Record("account.create", user.UserName, null, Describe(user));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> ChangeAsync(AppUser user, AccountDetails details, CancellationToken cancel = default)
    {
        if (await CheckAsync(details, cancel) is { Ok: false } wrong)
            return wrong;
        if (user.Role == Role.Administrator && details.Role != Role.Administrator && !await OtherAdministratorAsync(user, cancel))
            return Outcome.Input("Đây là quản trị hệ thống duy nhất: cấp quyền quản trị cho người khác trước khi đổi vai trò.");
        var before = Describe(user);
        Apply(user, details);
        // A new stamp ends the sessions that still carry the old role.
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded)
            return Refused(result);
        audit.Record("account.change", user.UserName!, before, Describe(user));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> SuspendAsync(AppUser user, CancellationToken cancel = default)
    {
        if (user.Id == me.UserId)
            return Outcome.Input("Không thể ngừng tài khoản của chính mình.");
        if (user.Role == Role.Administrator && !await OtherAdministratorAsync(user, cancel))
            return Outcome.Input("Đây là quản trị hệ thống duy nhất nên không ngừng được.");
        if (user.SuspendedAt is not null)
            return Outcome.WrongState("Tài khoản đã ngừng sử dụng.");
        user.SuspendedAt = clock.UtcNow();
        return await SaveAsync(user, "account.suspend", "Đang dùng", "Ngừng sử dụng", cancel);
    }

    public async Task<Outcome> ReactivateAsync(AppUser user, CancellationToken cancel = default)
    {
        if (user.SuspendedAt is null)
            return Outcome.WrongState("Tài khoản đang được sử dụng.");
        user.SuspendedAt = null;
        return await SaveAsync(user, "account.reactivate", "Ngừng sử dụng", "Đang dùng", cancel);
    }

    /// <summary>Gives a new password, to be changed at the next sign-in, and lifts a lock-out.</summary>
    /// <returns>The password, shown once; null when refused.</returns>
    public async Task<(Outcome Outcome, string? Password)> ResetAsync(AppUser user, CancellationToken cancel = default)
    {
        var password = NewPassword();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.MustChangePassword = true;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        var outcome = await SaveAsync(user, "account.reset-password", null, null, cancel);
        return (outcome, outcome.Ok ? password : null);
    }

    /// <summary>The person's own change of password.</summary>
    public async Task<Outcome> ChangePasswordAsync(AppUser user, string current, string wanted, CancellationToken cancel = default)
    {
        user.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(user, current, wanted);
        if (!result.Succeeded)
            return Refused(result);
        audit.Record("account.change-password", user.UserName!, null, null);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private static void Apply(AppUser user, AccountDetails details)
    {
        user.DisplayName = details.DisplayName;
        user.JobTitle = details.JobTitle;
        user.Email = details.Email;
        user.Role = details.Role;
        user.AgencyId = details.AgencyId;
        (user.ActingFrom, user.ActingUntil) = details.Role == Role.Deputy ? (details.ActingFrom, details.ActingUntil) : (null, null);
    }

    private static string Describe(AppUser user) => $"{user.DisplayName}; {user.Role.Name()}; cơ quan {user.AgencyId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"}";

    private async Task<Outcome> CheckAsync(AccountDetails details, CancellationToken cancel)
    {
        if ((details.Role.WorksForAgency() || details.Role == Role.Reviewer) && details.AgencyId is null)
            return Outcome.Input("Chọn cơ quan: vai trò này thuộc một cơ quan.");
        if (details.AgencyId is { } id && !await db.Agencies.AnyAsync(a => a.Id == id, cancel))
            return Outcome.Input("Chọn cơ quan trong danh sách.");
        if (details.Role == Role.Deputy && (details.ActingFrom is null || details.ActingUntil is null || details.ActingUntil < details.ActingFrom))
            return Outcome.Input("Nhập thời gian được giao ký thay: từ ngày, đến ngày.");
        return Outcome.Done;
    }

    private Task<bool> OtherAdministratorAsync(AppUser user, CancellationToken cancel) =>
        db.Users.AnyAsync(u => u.Role == Role.Administrator && u.SuspendedAt == null && u.Id != user.Id, cancel);

    private async Task<Outcome> SaveAsync(AppUser user, string action, string? from, string? to, CancellationToken cancel)
    {
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded)
            return Refused(result);
        audit.Record(action, user.UserName!, from, to);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private Outcome Refused(IdentityResult result)
    {
        db.ChangeTracker.Clear();
        return Outcome.Input([.. result.Errors.Select(e => e.Description).Distinct()]);
    }
}
