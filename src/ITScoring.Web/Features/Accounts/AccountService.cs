using System.Security.Cryptography;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.SecondFactors;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Accounts;

/// <summary>Creates and changes accounts; each change and its audit row are one save.</summary>
public sealed class AccountService(AppDbContext db, UserManager<AppUser> users, CurrentUser me, AuditLog audit, IOptions<AccountOptions> limits, TimeProvider clock)
{
    public const int MostUserNameCharacters = 64;

    /// <summary>Longest time for which the signing is given at once.</summary>
    public const int MostDaysOfSigning = 366;

    // Letters and digits that nobody mistakes for each other on paper.
    private const string Legible = "abcdefghjkmnpqrstuvwxyz23456789";

    private const string LastAdministrator = "Đây là quản trị hệ thống duy nhất đang dùng được: cấp quyền quản trị cho người khác trước.";

    private const string Anonymised = "Tài khoản đã ẩn danh: không còn thông tin của người dùng và không dùng lại được. Thêm tài khoản mới nếu người đó trở lại.";

    private static readonly string[] OfUserName = [nameof(IdentityErrorDescriber.InvalidUserName), nameof(IdentityErrorDescriber.DuplicateUserName)];

    public static string NewPassword() => RandomNumberGenerator.GetString(Legible, 9) + RandomNumberGenerator.GetString("23456789", 3);

    /// <returns>The account and its first password, which the person changes at the first sign-in; null when refused.</returns>
    public async Task<(Outcome Outcome, AppUser? User, string? Password)> CreateAsync(AccountDetails details, string userName, CancellationToken cancel = default)
    {
        if (await CheckAsync(details, null, cancel) is { Ok: false } wrong)
            return (wrong, null, null);
        var password = NewPassword();
        var user = new AppUser { UserName = userName.ToLowerInvariant(), CreatedAt = clock.UtcNow(), MustChangePassword = true, LockoutEnabled = true };
        Apply(user, details);
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
            return (Refused(result), null, null);
        var described = await DescribeAsync(user, cancel);
        await db.SaveThenAsync(() =>
        {
            audit.Record("account.create", AccountReference.Subject(user.Id), null, described);
            return Task.CompletedTask;
        }, cancel);
        return (Outcome.Done, user, password);
    }

    public async Task<Outcome> ChangeAsync(AppUser user, AccountDetails details, CancellationToken cancel = default)
    {
        if (user.AnonymisedAt is not null)
            return Outcome.WrongState(Anonymised);
        if (await CheckAsync(details, user.Id, cancel) is { Ok: false } wrong)
            return wrong;
        if (user is { Role: Role.Administrator, SuspendedAt: null } && details.Role != Role.Administrator && !await OtherAdministratorAsync(user, cancel))
            return Outcome.InputAt("role", LastAdministrator);
        var (before, person) = (await DescribeAsync(user, cancel), (user.DisplayName, user.JobTitle, user.Email));
        Apply(user, details);
        var after = await DescribeAsync(user, cancel);
        var changed = new[] { person.DisplayName != user.DisplayName ? "họ và tên" : null, person.JobTitle != user.JobTitle ? "chức vụ" : null, person.Email != user.Email ? "thư điện tử" : null }.OfType<string>().ToList();
        if (changed.Count > 0)
            after += $"; đổi {string.Join(", ", changed)}";
        return after == before ? Outcome.Done : await SaveAsync(user, "account.change", before, after, cancel);
    }

    public async Task<Outcome> SuspendAsync(AppUser user, CancellationToken cancel = default)
    {
        if (user.Id == me.UserId)
            return Outcome.Input("Không thể ngừng tài khoản của chính mình: nhờ một quản trị hệ thống khác.");
        // Whoever acts may have been suspended within the last minute.
        if (user is { Role: Role.Administrator, SuspendedAt: null } && !await OtherAdministratorAsync(user, cancel))
            return Outcome.Input(LastAdministrator);
        if (user.SuspendedAt is not null)
            return Outcome.WrongState("Tài khoản đã ngừng sử dụng từ trước.");
        user.SuspendedAt = clock.UtcNow();
        return await SaveAsync(user, "account.suspend", "Đang dùng", "Ngừng sử dụng", cancel);
    }

    public async Task<Outcome> ReactivateAsync(AppUser user, CancellationToken cancel = default)
    {
        if (user.SuspendedAt is null)
            return Outcome.WrongState("Tài khoản đang được sử dụng.");
        if (user.AnonymisedAt is not null)
            return Outcome.WrongState(Anonymised);
        user.SuspendedAt = null;
        return await SaveAsync(user, "account.reactivate", "Ngừng sử dụng", "Đang dùng", cancel);
    }

    /// <summary>For somebody who lost telephone and recovery codes.</summary>
    public async Task<Outcome> DropSecondFactorAsync(AppUser user, CancellationToken cancel = default)
    {
        if (!user.TwoFactorEnabled)
            return Outcome.WrongState("Tài khoản không bật xác thực hai lớp.");
        await SecondFactorService.DropAsync(users, user);
        return await SaveAsync(user, "account.second-factor-dropped", "Đang bật", "Đã bỏ", cancel);
    }

    /// <summary>
    /// Takes the person out of an account for good: name, user name, address, telephone, job title and password. Its number, role and agency stay, since the history refers to them.
    /// What the person signed keeps the name: receipts, records and documents of the procedure.
    /// </summary>
    public async Task<Outcome> AnonymiseAsync(AppUser user, CancellationToken cancel = default)
    {
        if (user.AnonymisedAt is not null)
            return Outcome.WrongState(Anonymised);
        var now = clock.UtcNow();
        if (user.SuspendedAt is not { } since || since > now.AddMonths(-limits.Value.AnonymiseAfterMonths))
            return Outcome.WrongState($"Chỉ ẩn danh được tài khoản đã ngừng sử dụng ít nhất {limits.Value.AnonymiseAfterMonths} tháng.");
        (user.DisplayName, user.JobTitle, user.Email, user.PhoneNumber, user.PasswordHash) = ($"Người dùng đã ẩn danh #{user.Id}", null, null, null, null);
        user.UserName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"an-danh-{user.Id}");
        (user.EmailConfirmed, user.PhoneNumberConfirmed, user.MustChangePassword, user.AnonymisedAt) = (false, false, false, now);
        await SecondFactorService.DropAsync(users, user);
        foreach (var invitation in await db.Invitations.Where(i => i.UserId == user.Id).ToListAsync(cancel))
            invitation.Withdraw(now);
        return await SaveAsync(user, "account.anonymise", null, null, cancel);
    }

    /// <summary>Gives a new password, to be changed at the next sign-in, and lifts a lock-out.</summary>
    /// <returns>The password, shown once; null when refused.</returns>
    public async Task<(Outcome Outcome, string? Password)> ResetAsync(AppUser user, CancellationToken cancel = default)
    {
        if (user.AnonymisedAt is not null)
            return (Outcome.WrongState(Anonymised), null);
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
        audit.Record("account.change-password", AccountReference.Subject(user.Id), null, null);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>A head, or an administrator, gives a deputy the signing from one day to another; it ends by itself.</summary>
    /// <param name="from">First instant (UTC).</param>
    /// <param name="until">Last instant (UTC).</param>
    public async Task<Outcome> DelegateAsync(AppUser deputy, DateTime from, DateTime until, CancellationToken cancel = default)
    {
        if (until < from)
            return Outcome.InputAt("until", "Ngày cuối phải không sớm hơn ngày đầu.");
        if (until < clock.UtcNow())
            return Outcome.InputAt("until", "Thời gian giao ký thay đã qua. Chọn ngày cuối từ hôm nay trở đi.");
        if (until - from > TimeSpan.FromDays(MostDaysOfSigning))
            return Outcome.InputAt("until", $"Mỗi lần giao ký thay không quá {MostDaysOfSigning} ngày. Chọn ngày cuối sớm hơn; hết thời gian thì giao tiếp.");
        var before = Signing(deputy);
        (deputy.ActingFrom, deputy.ActingUntil) = (from, until);
        return await SaveSigningAsync(deputy, "account.delegate", before, cancel);
    }

    /// <summary>Ends a deputy's signing now.</summary>
    public async Task<Outcome> EndDelegationAsync(AppUser deputy, CancellationToken cancel = default)
    {
        var now = clock.UtcNow();
        if (deputy.ActingUntil is not { } until || until < now)
            return Outcome.WrongState("Thời gian ký thay đã hết từ trước.");
        var before = Signing(deputy);
        // One that has not begun leaves nothing.
        var hasBegun = deputy.ActingFrom <= now;
        deputy.ActingFrom = hasBegun ? deputy.ActingFrom : null;
        deputy.ActingUntil = hasBegun ? now.AddSeconds(-1) : null;
        return await SaveSigningAsync(deputy, "account.end-delegation", before, cancel);
    }

    /// <summary>User names of other accounts in use that look like the same person: the same name in the same agency.</summary>
    public async Task<IReadOnlyList<string>> DoubledAsync(AppUser user, CancellationToken cancel = default)
    {
        var others = await db.Users.AsNoTracking().Where(u => u.Id != user.Id && u.AgencyId == user.AgencyId && u.SuspendedAt == null).Select(u => new { u.UserName, u.DisplayName }).ToListAsync(cancel);
        return [.. others.Where(o => VietnameseSearch.Fold(o.DisplayName) == VietnameseSearch.Fold(user.DisplayName)).Select(o => o.UserName!)];
    }

    private static string? Signing(AppUser user) => user is { ActingFrom: { } from, ActingUntil: { } until } ? $"{VietnamTime.Stamp(from)} – {VietnamTime.Stamp(until)}" : null;

    /// <summary>The stamp stays: open sessions learn the new time within a minute, and nobody is signed out.</summary>
    private async Task<Outcome> SaveSigningAsync(AppUser deputy, string action, string? before, CancellationToken cancel)
    {
        var result = await users.UpdateAsync(deputy);
        if (!result.Succeeded)
            return Refused(result);
        audit.Record(action, AccountReference.Subject(deputy.Id), before, Signing(deputy), null, null, deputy.AgencyId);
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

    /// <summary>What an administrator enters, as the audit log keeps it: nothing of the person, whose data stand in the account only.</summary>
    private async Task<string> DescribeAsync(AppUser user, CancellationToken cancel)
    {
        var agency = user.AgencyId is { } id ? await db.Agencies.Where(a => a.Id == id).Select(a => a.Code).SingleAsync(cancel) : null;
        return string.Join("; ", new[]
        {
            user.Role.Name(),
            agency,
            user is { ActingFrom: { } from, ActingUntil: { } until } ? $"ký thay từ {VietnamTime.Day(from)} đến hết {VietnamTime.Day(until)}" : null,
        }.OfType<string>());
    }

    /// <param name="id">The account that is changed; null: a new one.</param>
    private async Task<Outcome> CheckAsync(AccountDetails details, int? id, CancellationToken cancel)
    {
        // An address that two accounts share is an account that two people share.
        var address = details.Email?.ToUpperInvariant();
        if (address is not null && await db.Users.Where(u => u.Id != id && u.Email!.ToUpper() == address).Select(u => u.UserName).FirstOrDefaultAsync(cancel) is { } other)
            return Outcome.InputAt("email", $"Thư điện tử này đã ghi cho tài khoản {other}. Mỗi người một tài khoản với thư điện tử riêng; người làm ở nhiều cơ quan thì thêm tư cách làm việc cho tài khoản đã có.");
        if ((details.Role.WorksForAgency() || details.Role == Role.Reviewer) && details.AgencyId is null)
            return Outcome.InputAt("agency", "Chọn cơ quan: vai trò này thuộc một cơ quan.");
        if (details.AgencyId is { } agency && !await db.Agencies.AnyAsync(a => a.Id == agency, cancel))
            return Outcome.InputAt("agency", "Chọn cơ quan trong danh sách.");
        if (details.Role == Role.Deputy && (details.ActingFrom is null || details.ActingUntil is null || details.ActingUntil < details.ActingFrom))
            return Outcome.InputAt("actingFrom", "Nhập thời gian được giao ký thay: từ ngày, đến ngày không sớm hơn.");
        return Outcome.Done;
    }

    private Task<bool> OtherAdministratorAsync(AppUser user, CancellationToken cancel) =>
        db.Users.AnyAsync(u => u.Role == Role.Administrator && u.SuspendedAt == null && u.Id != user.Id, cancel);

    /// <summary>A new stamp ends the sessions that still carry the old role, password or state.</summary>
    private async Task<Outcome> SaveAsync(AppUser user, string action, string? from, string? to, CancellationToken cancel)
    {
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded)
            return Refused(result);
        audit.Record(action, AccountReference.Subject(user.Id), from, to);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private Outcome Refused(IdentityResult result)
    {
        db.ChangeTracker.Clear();
        return Outcome.Input([.. result.Errors.Select(e => new OutcomeProblem(e.Description, OfUserName.Contains(e.Code) ? "userName" : null)).Distinct()]);
    }
}
