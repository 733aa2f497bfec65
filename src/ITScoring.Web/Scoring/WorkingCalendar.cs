using ITScoring.Data;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Scoring;

/// <summary>The working days of the province: weekends and the holidays of the settings are none.</summary>
public sealed class WorkingCalendar(AppDbContext db)
{
    private WorkingDays? _days;

    public async ValueTask<WorkingDays> GetAsync(CancellationToken cancel = default) =>
        _days ??= new WorkingDays(await db.Holidays.AsNoTracking().Select(h => h.Day).ToListAsync(cancel));
}
