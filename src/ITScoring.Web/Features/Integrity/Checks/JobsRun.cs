using ITScoring.Data;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>Jobs run when they are due, and no lease is left over.</summary>
public sealed class JobsRun(AppDbContext db, TimeProvider clock) : IIntegrityCheck
{
    private const int ManyFailures = 5;

    // Longer than any job takes; a lease that ran out is taken over within seconds.
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    public string Name => "Việc chạy nền chạy đúng lượt";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var before = clock.UtcNow() - Late;
        var findings = new List<IntegrityFinding>();
        foreach (var job in await db.JobLeases.AsNoTracking().OrderBy(j => j.Name).ToListAsync(cancel))
        {
            if (job.LeasedUntil < before)
                Add($"Việc “{job.Name}” bị giữ từ một tiến trình đã dừng ({job.LeasedBy}), lẽ ra trả lại trước {VietnamTime.Moment(job.LeasedUntil.Value)}.", "Khởi động lại cổng, và kiểm tra có một tiến trình với Jobs:Enabled=true đang chạy.");
            else if (job.LeasedUntil is null && job.NextRunAt < before)
                Add($"Việc “{job.Name}” lẽ ra chạy lúc {VietnamTime.Moment(job.NextRunAt.Value)} nhưng không tiến trình nào chạy.", "Kiểm tra có một tiến trình với Jobs:Enabled=true đang chạy.");
            else if (job.Failures >= ManyFailures)
                Add($"Việc “{job.Name}” lỗi {job.Failures} lần liền, lần cuối: {job.LastProblem}.", "Xem nhật ký chạy của cổng tại thời điểm ấy.");

            void Add(string what, string mend) => findings.Add(new(what, "việc chạy nền", "/outbox", mend));
        }

        return findings;
    }
}
