using System.Globalization;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Notices;

/// <summary>Who is told that a period was opened, and reminded to make it known.</summary>
public sealed class PeriodNotices(AppDbContext db, NoticeWriter writer, TimeProvider clock)
{
    /// <summary>Accounts that are told of the opening, by agency: editors, heads, deputies who act.</summary>
    public async Task<ILookup<int, AppUser>> ReadersAsync(Period period, CancellationToken cancel)
    {
        var agencies = period.Agencies.Select(a => a.AgencyId).ToList();
        var people = await db.Users.AsNoTracking().Where(u => u.SuspendedAt == null && u.AgencyId != null && agencies.Contains(u.AgencyId.Value)).OrderBy(u => u.Id).ToListAsync(cancel);
        return people.Where(u => u.Role == Role.Editor || Signs(u)).ToLookup(u => u.AgencyId!.Value);
    }

    /// <summary>Each is told once: editors of the form, those who sign off of what they are to confirm.</summary>
    public async Task OpenedAsync(Period period, CancellationToken cancel)
    {
        var readers = await ReadersAsync(period, cancel);
        foreach (var agency in period.Agencies)
        {
            foreach (var group in readers[agency.AgencyId].GroupBy(Signs))
            {
                var (title, body) = OpenedText(period, agency, group.Key);
                await writer.AddAsync(
                    NoticeKind.PeriodOpened, Invariant($"{period.Id}/{agency.AgencyId}"), group.Select(u => u.Id), period, agency, title, body,
                    group.Key ? PathOf(period, agency) : $"/submissions/{period.Code}/{agency.Code.ToLowerInvariant()}", cancel);
            }
        }
    }

    /// <param name="signs">For those who sign off; else for editors.</param>
    public static (string Title, string Body) OpenedText(Period period, PeriodAgency agency, bool signs) => (
        $"Đã mở {period.Title}",
        $"{agency.Name} có phiếu khảo sát, {period.Title}. Hạn nộp của cơ quan: {period.DeadlineOf(agency).Wording}.\n"
        + (signs
            ? "Đề nghị phổ biến quyết định, công văn đến các phòng, đơn vị rồi xác nhận ngày đã phổ biến trên cổng."
            : "Văn bản, câu hỏi và cách chấm điểm có ở trang Hướng dẫn thực hiện; giao phần cho người nhập liệu ở trang phiếu."));

    /// <summary>To those who sign off for an agency that has not confirmed; at most once a day.</summary>
    /// <returns>Whether somebody was told now.</returns>
    public async Task<bool> DisseminationDueAsync(Period period, PeriodAgency agency, ILookup<int, AppUser> readers, CancellationToken cancel)
    {
        var key = Invariant($"{period.Id}/{agency.AgencyId}/{clock.Today():yyyy-MM-dd}");
        var signers = readers[agency.AgencyId].Where(Signs).Select(u => u.Id).ToList();
        if (signers.Count == 0 || await db.Notices.AnyAsync(n => n.Kind == NoticeKind.DisseminationDue && n.EventKey == key, cancel))
            return false;
        await writer.AddAsync(
            NoticeKind.DisseminationDue, key, signers, period, agency,
            "Nhắc xác nhận đã phổ biến đến các phòng, đơn vị",
            $"{agency.Name} chưa xác nhận đã phổ biến {period.Title} đến các phòng, đơn vị. Đề nghị thủ trưởng cơ quan (hoặc cấp phó được giao ký thay) xác nhận trên cổng.",
            PathOf(period, agency), cancel);
        return true;
    }

    /// <summary>The head, and a deputy who acts today.</summary>
    private bool Signs(AppUser account) => account.ToActor().SignsOff(clock.UtcNow());

    private static string PathOf(Period period, PeriodAgency agency) => $"/disseminations/{period.Code}/{agency.Code.ToLowerInvariant()}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
