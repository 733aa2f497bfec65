using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Memberships;

/// <summary>Gives, ends and switches the further memberships of an account; each with its audit row in one save.</summary>
public sealed class MembershipService(AppDbContext db, CurrentUser me, AuditLog audit, WorkingAs working, TimeProvider clock)
{
    public Task<AppUser?> FindAsync(int id, CancellationToken cancel = default) => db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel);

    public async Task<MembershipsPage> PageAsync(AppUser user, MembershipForm form, bool toChange, CancellationToken cancel = default)
    {
        var now = clock.UtcNow();
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.BlockId).ThenBy(a => a.Order).ToListAsync(cancel);
        var periods = await db.Periods.AsNoTracking().OrderByDescending(p => p.Year).ToListAsync(cancel);
        var rows = await db.Memberships.AsNoTracking().Where(m => m.UserId == user.Id).OrderBy(m => m.Id).ToListAsync(cancel);
        return new MembershipsPage(
            user,
            agencies.FirstOrDefault(a => a.Id == user.AgencyId)?.Name,
            [
                .. rows.Select(m => (Membership: m, Period: periods.FirstOrDefault(p => p.Id == m.PeriodId))).Select(x => new MembershipRow(
                    x.Membership, agencies.FirstOrDefault(a => a.Id == x.Membership.AgencyId)?.Name, x.Period?.Title, x.Period?.Code,
                    x.Membership.IsUsable(now) && x.Period?.State != PeriodState.Published, x.Membership.IsOver(now) || x.Period?.State == PeriodState.Published)),
            ],
            form,
            toChange ? agencies : [],
            toChange ? [.. periods.Where(p => p.State != PeriodState.Published)] : []);
    }

    /// <param name="from">First instant (UTC).</param>
    /// <param name="until">Last instant (UTC); null: until it is ended.</param>
    public async Task<Outcome> AddAsync(AppUser user, Role role, int? agencyId, int? periodId, DateTime from, DateTime? until, CancellationToken cancel = default)
    {
        if (await CheckAsync(user, role, agencyId, periodId, from, until, cancel) is { Ok: false } wrong)
            return wrong;
        var membership = new AppUserMembership(user, role, agencyId, periodId, from, until, me.UserId, clock.UtcNow());
        db.Memberships.Add(membership);
        audit.Record("account.add-membership", AccountReference.Subject(user.Id), null, await DescribeAsync(membership, cancel), null, periodId, agencyId);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> EndAsync(AppUser user, int id, CancellationToken cancel = default)
    {
        var now = clock.UtcNow();
        if (await db.Memberships.FirstOrDefaultAsync(m => m.Id == id && m.UserId == user.Id, cancel) is not { } membership || membership.IsOver(now))
            return Outcome.WrongState("Tư cách này đã kết thúc từ trước. Tải lại trang.");
        membership.End(now);
        audit.Record("account.end-membership", AccountReference.Subject(user.Id), await DescribeAsync(membership, cancel), null, null, membership.PeriodId, membership.AgencyId);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>Lets the next cookie say another membership; the caller gives it out.</summary>
    /// <param name="id">Number of the membership, or <see cref="WorkingAs.Own"/>.</param>
    public async Task<Outcome> SwitchAsync(AppUser user, int id, CancellationToken cancel = default)
    {
        var page = await PageAsync(user, new MembershipForm(), toChange: false, cancel);
        var chosen = page.Rows.FirstOrDefault(r => r.Membership.Id == id && r.IsUsable);
        if (id != WorkingAs.Own && chosen is null)
            return Outcome.WrongState("Tư cách này không còn dùng được. Chọn tư cách khác trong danh sách.");
        audit.Record("account.work-as", AccountReference.Subject(user.Id), null, chosen is null ? $"{user.Role.Name()}{(page.Home is null ? "" : $", {page.Home}")}" : await DescribeAsync(chosen.Membership, cancel), null, chosen?.Membership.PeriodId, chosen?.Membership.AgencyId ?? user.AgencyId);
        await db.SaveChangesAsync(cancel);
        working.MembershipId = id;
        return Outcome.Done;
    }

    /// <summary>Why such a membership cannot be given.</summary>
    public async Task<Outcome> CheckAsync(AppUser user, Role role, int? agencyId, int? periodId, DateTime from, DateTime? until, CancellationToken cancel = default)
    {
        var now = clock.UtcNow();
        if (user.SuspendedAt is not null)
            return Outcome.WrongState("Tài khoản đang ngừng sử dụng. Cho dùng lại trước.");
        if ((role.WorksForAgency() || role == Role.Reviewer) && agencyId is null)
            return Outcome.InputAt("agency", "Chọn cơ quan: vai trò này thuộc một cơ quan.");
        if (agencyId is not null && !await db.Agencies.AnyAsync(a => a.Id == agencyId, cancel))
            return Outcome.InputAt("agency", "Chọn cơ quan trong danh sách.");
        if (until < from || until < now)
            return Outcome.InputAt("until", "Ngày cuối phải không sớm hơn ngày đầu và chưa qua.");
        if (role == Role.Deputy && until is null)
            return Outcome.InputAt("until", "Cấp phó ký thay phải có ngày cuối.");
        if (periodId is not null && !await db.Periods.AnyAsync(p => p.Id == periodId && p.State != PeriodState.Published, cancel))
            return Outcome.InputAt("period", "Chọn kỳ đánh giá chưa công bố, hoặc để trống.");
        var others = await db.Memberships.AsNoTracking().Where(m => m.UserId == user.Id && m.EndedAt == null && (m.Until == null || m.Until >= now)).ToListAsync(cancel);
        if ((user.Role == role && user.AgencyId == agencyId) || others.Any(m => m.Role == role && m.AgencyId == agencyId && m.PeriodId == periodId))
            return Outcome.InputAt("role", "Người này đã có vai trò đó ở cơ quan đó. Chọn vai trò hoặc cơ quan khác; muốn đổi thời gian thì thôi tư cách cũ rồi thêm lại.");
        // Nobody verifies the form of an agency that he also works for: the home agency of a reviewer is barred, so it must be that one.
        var all = others.Select(m => (m.Role, m.AgencyId)).Append((user.Role, user.AgencyId)).Append((role, agencyId)).ToList();
        return all.Any(a => a.Item1 == Role.Reviewer && all.Any(b => b.Item1.WorksForAgency() && b.Item2 != a.Item2))
            ? Outcome.InputAt("agency", "Người thẩm tra không đồng thời làm phiếu cho cơ quan khác: chọn đúng cơ quan người đó đang làm việc, để phiếu của cơ quan đó không giao cho người đó thẩm tra.")
            : Outcome.Done;
    }

    private async Task<string> DescribeAsync(AppUserMembership m, CancellationToken cancel)
    {
        var agency = await db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Code).FirstOrDefaultAsync(cancel);
        var period = await db.Periods.Where(p => p.Id == m.PeriodId).Select(p => p.Code).FirstOrDefaultAsync(cancel);
        return string.Join("; ", new[] { m.Role.Name(), agency, period is null ? null : $"kỳ {period}", $"từ {VietnamTime.Day(m.From)}{(m.Until is { } until ? $" đến hết {VietnamTime.Day(until)}" : "")}" }.OfType<string>());
    }
}
