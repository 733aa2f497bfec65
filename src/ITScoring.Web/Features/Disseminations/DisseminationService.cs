using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Disseminations;

/// <summary>Reads and writes the agencies' word that a period was made known to their rooms and units.</summary>
public sealed class DisseminationService(AppDbContext db, CurrentUser user, AuditLog audit, PeriodNotices notices, TimeProvider clock)
{
    /// <summary>An opened period with agencies and letters; null: there is none.</summary>
    public Task<Period?> FindAsync(string code, CancellationToken cancel) =>
        db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Include(p => p.Letters).FirstOrDefaultAsync(p => p.Code == code && p.State != PeriodState.Draft, cancel);

    /// <summary>The agency of whoever asks; null: it is another's, or takes no part.</summary>
    public PeriodAgency? OwnAgency(Period period, string code) => period.FindAgency(code) is { } agency && agency.AgencyId == user.AgencyId ? agency : null;

    public async Task<DisseminationPage> PageAsync(Period period, PeriodAgency agency, CancellationToken cancel)
    {
        var row = await db.Disseminations.AsNoTracking().FirstOrDefaultAsync(d => d.PeriodId == period.Id && d.AgencyId == agency.AgencyId, cancel);
        var by = row is null ? null : await db.Users.Where(u => u.Id == row.ConfirmedById).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel);
        var may = Dissemination.May(user.Actor, period, agency.AgencyId, clock.UtcNow());
        return new DisseminationPage(period, agency, row, by, may.Ok, may.Ok ? null : may.Problems[0], Dissemination.Earliest(period));
    }

    public async Task<Outcome> ConfirmAsync(Period period, PeriodAgency agency, DateOnly day, string? note, CancellationToken cancel)
    {
        var former = await db.Disseminations.FirstOrDefaultAsync(d => d.PeriodId == period.Id && d.AgencyId == agency.AgencyId, cancel);
        var before = former is null ? null : Line(former);
        var (outcome, row) = Dissemination.Confirm(user.Actor, period, agency.AgencyId, former, day, note, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        if (former is null)
            db.Disseminations.Add(row!);
        audit.Record("dissemination.confirm", agency.Code, before, Line(row!), null, period.Id, agency.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <param name="show"><c>missing</c>, <c>done</c>; else all.</param>
    public async Task<DisseminationsPage> ListAsync(Period period, string? search, string? show, CancellationToken cancel)
    {
        var confirmed = await db.Disseminations.AsNoTracking().Where(d => d.PeriodId == period.Id).ToDictionaryAsync(d => d.AgencyId, cancel);
        var by = confirmed.Values.Select(d => d.ConfirmedById).ToHashSet();
        var names = await db.Users.AsNoTracking().Where(u => by.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => $"{u.DisplayName}, {u.Role.Name()}", cancel);
        var reminded = (await db.Notices.AsNoTracking().Where(n => n.PeriodId == period.Id && n.Kind == NoticeKind.DisseminationDue).Select(n => new { n.AgencyId, n.CreatedAt }).ToListAsync(cancel))
            .GroupBy(n => n.AgencyId).ToDictionary(g => g.Key ?? 0, g => VietnamTime.DayOf(g.Max(n => n.CreatedAt)));
        var readers = await notices.ReadersAsync(period, cancel);
        var rows = period.Agencies.OrderBy(a => a.Order).Select(a => new DisseminationRow(
            a,
            confirmed.GetValueOrDefault(a.AgencyId),
            confirmed.TryGetValue(a.AgencyId, out var d) ? names.GetValueOrDefault(d.ConfirmedById, "–") : null,
            reminded.TryGetValue(a.AgencyId, out var on) ? on : null,
            readers[a.AgencyId].Any(u => u.Role is Role.Head or Role.Deputy)));
        var kept = show is "missing" or "done" ? show : "";
        return new DisseminationsPage(
            period,
            [.. rows.Where(r => (kept.Length == 0 || r.Confirmed is not null == (kept == "done")) && VietnameseSearch.Matches(search, r.Agency.Name, r.Agency.Code))],
            period.Agencies.Count,
            period.Agencies.Count(a => confirmed.ContainsKey(a.AgencyId)),
            search,
            kept);
    }

    /// <summary>Reminds agencies that have not confirmed; each at most once a day.</summary>
    /// <param name="agencyCode">Only this one; null: all.</param>
    /// <returns>How many agencies were reminded now, and how many had been today or have nobody to be told.</returns>
    public async Task<(Outcome Outcome, int Reminded, int Left)> RemindAsync(Period period, string? agencyCode, CancellationToken cancel)
    {
        if (period.State is not (PeriodState.Open or PeriodState.Reviewing or PeriodState.Preliminary))
            return (Outcome.WrongState($"Không nhắc xác nhận phổ biến khi kỳ đánh giá ở trạng thái “{period.State.Name()}”."), 0, 0);
        var confirmed = (await db.Disseminations.Where(d => d.PeriodId == period.Id).Select(d => d.AgencyId).ToListAsync(cancel)).ToHashSet();
        var missing = period.Agencies.Where(a => !confirmed.Contains(a.AgencyId) && (agencyCode is null || string.Equals(a.Code, agencyCode, StringComparison.OrdinalIgnoreCase))).ToList();
        if (missing.Count == 0)
            return (Outcome.WrongState(agencyCode is null ? "Mọi cơ quan đã xác nhận nên không có ai để nhắc." : "Cơ quan này đã xác nhận, hoặc không tham gia kỳ đánh giá."), 0, 0);
        var readers = await notices.ReadersAsync(period, cancel);
        var reminded = new List<string>();
        foreach (var agency in missing)
        {
            if (await notices.DisseminationDueAsync(period, agency, readers, cancel))
                reminded.Add(agency.Code);
        }

        if (reminded.Count > 0)
            audit.Record("dissemination.remind", period.Code, null, string.Join(", ", reminded), null, period.Id);
        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, reminded.Count, missing.Count - reminded.Count);
    }

    private static string Line(Dissemination row) => VietnamTime.Day(row.Day) + (row.Note is { } note ? $"; {note}" : "");
}
