using System.Data.Common;
using ITScoring.Data;
using ITScoring.Data.Backups;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Commands.Doctor;

/// <summary>The database: reached, of which version, migrated, writable, with the same clock, without invented data.</summary>
internal static class DatabaseExam
{
    private static readonly TimeSpan MostDrift = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Finding>> OfAsync(IServiceProvider services, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        try
        {
            var settings = services.GetRequiredService<DatabaseSettings>();
            if (settings.File is { } file && !File.Exists(file))
                return [Finding.Wrong($"Chưa có cơ sở dữ liệu “{file}”.", "Chạy lệnh migrate, hoặc kiểm tra ConnectionStrings:Default và thư mục đang đứng.")];
            var pending = await services.GetRequiredService<DatabaseSetup>().PlanAsync(cancel);
            var content = services.GetRequiredService<DatabaseContent>();
            findings.Add(Finding.Good($"Cơ sở dữ liệu trả lời: {await content.VersionAsync(cancel)}."));
            if (pending.Count > 0)
            {
                findings.Add(Finding.Wrong($"Cơ sở dữ liệu còn {pending.Count} bước nâng cấp chưa áp dụng.", "Sao lưu, xem trước bằng migrate --dry-run, rồi chạy migrate."));
                return findings;
            }

            findings.Add(Finding.Good("Cơ sở dữ liệu ở phiên bản của chương trình này."));
            findings.Add(await content.IsWritableAsync(cancel)
                ? Finding.Good("Cơ sở dữ liệu ghi được.")
                : Finding.Wrong("Cơ sở dữ liệu không ghi được.", "Kiểm tra quyền của tài khoản, dung lượng ổ đĩa và chế độ chỉ đọc."));
            findings.AddRange(await ClockAsync(content, services.GetRequiredService<TimeProvider>().UtcNow(), cancel));
            findings.AddRange(await DemoAsync(services, cancel));
            await services.GetRequiredService<StoredSettings>().RefreshAsync(cancel);
            if (services.GetRequiredService<StoredSettings>().Problems is { Count: > 0 } problems)
                findings.Add(Finding.Wrong("Cài đặt lưu trên trang Cài đặt không dùng được.", string.Join(" ", problems)));
        }
        catch (StartupProblem e)
        {
            findings.Add(Finding.Wrong("Không dùng được cơ sở dữ liệu.", e.Message));
        }
        catch (DbException e)
        {
            findings.Add(Finding.Wrong("Không dùng được cơ sở dữ liệu.", e.Message.Split('\n')[0]));
        }

        return findings;
    }

    private static async Task<IEnumerable<Finding>> ClockAsync(DatabaseContent content, DateTime now, CancellationToken cancel)
    {
        var (server, newest) = await content.ClockAsync(cancel);
        if (server is { } told && (told - now).Duration() > MostDrift)
            return [Finding.Wrong($"Đồng hồ máy này lệch {(told - now).Duration().TotalSeconds:0} giây so với máy chủ cơ sở dữ liệu.", "Bật đồng bộ giờ (chrony, systemd-timesyncd) trên cả hai máy.")];
        if (newest is { } last && last - now > MostDrift)
            return [Finding.Wrong($"Nhật ký có dòng ghi lúc {VietnamTime.Moment(last)}, sau giờ của máy này ({VietnamTime.Moment(now)}).", "Đồng hồ máy này chậm, hoặc trước đây chạy nhanh; bật đồng bộ giờ rồi kiểm tra lại.")];
        return [Finding.Good(server is null ? $"Đồng hồ: {VietnamTime.Moment(now)}, không trước dòng nhật ký mới nhất." : $"Đồng hồ: {VietnamTime.Moment(now)}, khớp máy chủ cơ sở dữ liệu.")];
    }

    private static async Task<IEnumerable<Finding>> DemoAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            return [];
        return await services.GetRequiredService<AppDbContext>().Periods.AnyAsync(p => p.IsDemo, cancel)
            ? [Finding.Wrong("Cơ sở dữ liệu có dữ liệu minh họa.", "Dùng một cơ sở dữ liệu mới cho môi trường thật; dữ liệu minh họa và thật không để chung.")]
            : [Finding.Good("Không có dữ liệu minh họa.")];
    }
}
