using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Web.Input;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Access;

/// <summary>Lists every role that anybody has or had, for an audit.</summary>
public sealed class AccessQuery(AppDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<AccessRow>> RowsAsync(string? search, CancellationToken cancel = default)
    {
        var now = clock.UtcNow();
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, cancel);
        var periods = await db.Periods.AsNoTracking().ToDictionaryAsync(p => p.Id, cancel);
        var memberships = (await db.Memberships.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancel)).ToLookup(m => m.UserId);
        var seen = await db.AuditEntries.Where(e => e.Action == "account.sign-in" && e.ActorId != null).GroupBy(e => e.ActorId!.Value).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(x => x.Key, x => x.At, cancel);
        var rows = new List<AccessRow>();
        foreach (var u in await db.Users.AsNoTracking().OrderBy(u => u.UserName).ToListAsync(cancel))
        {
            var state = u.SuspendedAt is { } since ? $"Ngừng sử dụng từ {VietnamTime.Day(since)}" : u.LockoutEnd is { } end && end.UtcDateTime > now ? "Đang khóa" : "Đang dùng";
            var last = seen.TryGetValue(u.Id, out var at) ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : (DateTime?)null;
            AccessRow Row(string kind, Role role, int? agency, string scope, DateTime? from, DateTime? until, string how) => new(
                u.Id, u.UserName!, u.DisplayName, u.JobTitle, u.Email, kind, role.Name(), agency is { } id ? agencies[id].Code : null, agency is { } of ? agencies[of].Name : null, scope,
                from is { } f ? VietnamTime.DayOf(f) : null, until is { } t ? VietnamTime.DayOf(t) : null, last, how);
            rows.Add(Row("Chính", u.Role, u.AgencyId, "Mọi kỳ", u.ActingFrom, u.ActingUntil, state));
            foreach (var m in memberships[u.Id])
            {
                var period = m.PeriodId is { } p ? periods[p] : null;
                var how = m.IsOver(now) || period?.State == PeriodState.Published ? "Đã hết" : u.SuspendedAt is not null ? state : m.From > now ? "Chưa đến ngày" : state;
                rows.Add(Row("Thêm", m.Role, m.AgencyId, period?.Title ?? "Mọi kỳ", m.From, m.EndedAt ?? m.Until, how));
            }
        }

        return [.. rows.Where(r => VietnameseSearch.Matches(search, r.UserName, r.DisplayName, r.Role, r.Agency, r.State))];
    }

    public async Task<DataSheet> SheetAsync(string? search, CancellationToken cancel = default)
    {
        var rows = await RowsAsync(search, cancel);
        return new DataSheet(
            "Quyền", $"Ai có quyền gì, lúc {VietnamTime.Stamp(clock.UtcNow())}",
            [
                new("user_name", "Tên đăng nhập", DataKind.Text, 20), new("name", "Họ và tên", DataKind.Text, 26), new("job_title", "Chức vụ", DataKind.Text, 22), new("email", "Thư điện tử", DataKind.Text, 28),
                new("kind", "Tư cách", DataKind.Text, 10), new("role", "Vai trò", DataKind.Text, 22), new("agency_code", "Mã cơ quan", DataKind.Text, 12), new("agency", "Cơ quan", DataKind.Text, 36),
                new("scope", "Kỳ đánh giá", DataKind.Text, 26), new("from", "Từ ngày", DataKind.Day, 12), new("until", "Đến hết ngày", DataKind.Day, 12), new("last_sign_in", "Đăng nhập gần nhất", DataKind.Text, 18), new("state", "Trạng thái", DataKind.Text, 26),
            ],
            [.. rows.Select(r => (IReadOnlyList<object?>)[r.UserName, r.DisplayName, r.JobTitle, r.Email, r.Kind, r.Role, r.AgencyCode, r.Agency, r.Scope, r.From, r.Until, r.LastSignIn is { } at ? VietnamTime.Stamp(at) : null, r.State])]);
    }
}
