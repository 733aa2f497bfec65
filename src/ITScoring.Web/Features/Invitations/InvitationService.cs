using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Notices;
using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Invitations;

/// <summary>Invites people to set the password of their own account, and lets them do it once.</summary>
public sealed class InvitationService(
    AppDbContext db, UserManager<AppUser> users, CurrentUser me, AuditLog audit, InvitationCodes codes, IOptions<InvitationOptions> options, IOptions<MailOptions> mail, TimeProvider clock)
{
    // Which of them it is, nobody is told.
    private const string Worthless = "Mã không đúng, đã được dùng hoặc đã hết hạn. Kiểm tra lại từng chữ trên phiếu hoặc trong thư; nếu vẫn không được thì nhờ đầu mối CNTT hoặc quản trị hệ thống mời lại.";

    public int Days => options.Value.ValidDays;

    public bool CanMail(AppUser user) => mail.Value.Enabled && !string.IsNullOrWhiteSpace(user.Email);

    /// <summary>Adds an invitation to the unit of work, in the place of earlier ones; the caller saves. The account is stored already.</summary>
    /// <returns>The slip; of an invitation by mail it is not shown to anybody.</returns>
    public async Task<InvitationSlip> AddAsync(AppUser user, bool byMail, CancellationToken cancel = default)
    {
        var now = clock.UtcNow();
        foreach (var earlier in await db.Invitations.Where(i => i.UserId == user.Id && i.UsedAt == null && i.WithdrawnAt == null).ToListAsync(cancel))
            earlier.Withdraw(now);
        var code = InvitationCodes.New();
        var invitation = new AppUserInvitation(user, InvitationCodes.HashOf(code), now, now.AddDays(Days), me.UserId, byMail ? codes.Seal(code) : null);
        db.Invitations.Add(invitation);
        if (byMail)
        {
            db.Notices.Add(new Notice(
                NoticeKind.Invitation, invitation.CodeHash, user.Id, null, user.AgencyId, "Mời đặt mật khẩu tài khoản trên cổng đánh giá",
                $"Tài khoản của anh/chị trên cổng đánh giá: {user.UserName}.\nMở trang dưới đây, nhập mã mời trong thư và đặt mật khẩu. Mã dùng một lần, hết hạn lúc {VietnamTime.Moment(invitation.ExpiresAt)}.\nKhông chuyển tiếp thư này cho người khác.",
                "/invitation", byMail: true, now));
        }

        audit.Record("account.invite", AccountReference.Subject(user.Id), null, $"{(byMail ? "qua thư" : "phiếu in")}, đến {VietnamTime.Stamp(invitation.ExpiresAt)}", null, null, user.AgencyId);
        var agency = await db.Agencies.Where(a => a.Id == user.AgencyId).Select(a => a.Name).FirstOrDefaultAsync(cancel);
        return new InvitationSlip(user, agency, code, invitation.ExpiresAt);
    }

    public async Task<(Outcome Outcome, InvitationSlip? Slip)> InviteAsync(AppUser user, bool byMail, CancellationToken cancel = default)
    {
        if (user.SuspendedAt is not null)
            return (Outcome.WrongState("Tài khoản đang ngừng sử dụng. Cho dùng lại rồi mời."), null);
        if (byMail && !CanMail(user))
            return (Outcome.InputAt("way", "Chưa gửi thư được: tài khoản chưa ghi thư điện tử hoặc cổng chưa bật gửi thư. Chọn in phiếu."), null);
        var slip = await AddAsync(user, byMail, cancel);
        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, slip);
    }

    /// <summary>Sets the password of whoever has the code.</summary>
    /// <returns>The account's user name; null when refused.</returns>
    public async Task<(Outcome Outcome, string? UserName)> UseAsync(string? code, string password, CancellationToken cancel = default)
    {
        var (hash, now) = (InvitationCodes.HashOf(code), clock.UtcNow());
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.CodeHash == hash, cancel);
        var user = invitation is null ? null : await db.Users.FirstOrDefaultAsync(u => u.Id == invitation.UserId, cancel);
        if (invitation?.IsOpen(now) != true || user is not { SuspendedAt: null })
            return (Outcome.InputAt("code", Worthless), null);
        foreach (var validator in users.PasswordValidators)
        {
            var valid = await validator.ValidateAsync(users, user, password);
            if (!valid.Succeeded)
                return (Outcome.Input([.. valid.Errors.Select(e => new OutcomeProblem(e.Description, "wanted"))]), null);
        }

        invitation.Use(now);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        (user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (false, null, 0);
        // The sessions of whoever knew the former password end.
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded)
            throw new InvalidOperationException($"The account {user.Id} cannot be stored: {string.Join(" ", result.Errors.Select(e => e.Code))}.");
        audit.Record(user.ToActor(), "account.use-invitation", AccountReference.Subject(user.Id), null, null, null, null, user.AgencyId);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return (Outcome.InputAt("code", Worthless), null);
        }

        return (Outcome.Done, user.UserName);
    }
}
