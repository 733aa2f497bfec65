using ITScoring.Data;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>Nobody can work for an agency that has ended.</summary>
public sealed class MembershipsOfAgenciesInForce(AppDbContext db, TimeProvider clock) : IIntegrityCheck
{
    public string Name => "Không ai làm việc cho cơ quan đã kết thúc hoạt động";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var ended = await db.Agencies.AsNoTracking().Where(a => a.ValidTo < today).ToDictionaryAsync(a => a.Id, cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.SuspendedAt == null).OrderBy(u => u.Id).ToListAsync(cancel);
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.EndedAt == null && (m.Until == null || m.Until >= now)).OrderBy(m => m.Id).ToListAsync(cancel);
        return
        [
            .. from user in users
               where user.AgencyId is { } id && ended.ContainsKey(id)
               select new IntegrityFinding($"Tài khoản {user.UserName} đang dùng thuộc {ended[user.AgencyId!.Value].Name}, cơ quan đã kết thúc ngày {VietnamTime.Day(ended[user.AgencyId.Value].ValidTo!.Value)}.", $"tài khoản {user.UserName}", $"/accounts/{user.Id}", "Ngừng sử dụng tài khoản, hoặc chuyển sang cơ quan tiếp nhận."),
            .. from membership in memberships
               join user in users on membership.UserId equals user.Id
               where membership.AgencyId is { } id && ended.ContainsKey(id)
               select new IntegrityFinding($"Tư cách {Domain.Accounts.RoleNames.Name(membership.Role)} tại {ended[membership.AgencyId!.Value].Name}, cơ quan đã kết thúc ngày {VietnamTime.Day(ended[membership.AgencyId.Value].ValidTo!.Value)}, vẫn còn hiệu lực.", $"tài khoản {user.UserName}", $"/accounts/{user.Id}/memberships", "Thôi tư cách này ở trang Tư cách làm việc."),
        ];
    }
}
