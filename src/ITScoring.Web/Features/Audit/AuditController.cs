using ITScoring.Data;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Audit;

/// <summary>The audit log, to read.</summary>
[Route("audit")]
[RequirePermission(Permission.ReadAudit)]
public sealed class AuditController(AppDbContext db) : Controller
{
    private const int PageSize = 50;

    // Text is compared without marks in memory; a search looks at this many of the newest rows that fit the other filters.
    private const int SearchWindow = 20_000;

    [HttpGet("")]
    public async Task<IActionResult> Audit(AuditFilter filter, int page = 1, CancellationToken cancel = default)
    {
        IQueryable<AuditEntry> query = db.AuditEntries.AsNoTracking();
        if (Day("from", filter.From) is { } from)
        {
            var start = VietnamTime.StartOf(from);
            query = query.Where(e => e.At >= start);
        }

        if (Day("until", filter.Until) is { } until)
        {
            var end = VietnamTime.StartOf(until.AddDays(1));
            query = query.Where(e => e.At < end);
        }

        if (filter.Person is { } person)
            query = query.Where(e => e.ActorId == person);
        if (!string.IsNullOrEmpty(filter.What))
            query = query.Where(e => e.Action == filter.What);
        if (filter.Period is { } period)
            query = query.Where(e => e.PeriodId == period);
        if (filter.Agency is { } agency)
            query = query.Where(e => e.AgencyId == agency);
        query = query.OrderByDescending(e => e.Id);

        int total;
        List<AuditEntry> rows;
        var wanted = Math.Max(1, page);
        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            total = await query.CountAsync(cancel);
            wanted = Math.Min(wanted, Math.Max(1, (total + PageSize - 1) / PageSize));
            rows = await query.Skip((wanted - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        }
        else
        {
            var found = (await query.Take(SearchWindow).ToListAsync(cancel)).Where(e => VietnameseSearch.Matches(filter.Search, e.Subject, e.From, e.To, e.Reason, AuditActions.Name(e.Action))).ToList();
            total = found.Count;
            wanted = Math.Min(wanted, Math.Max(1, (total + PageSize - 1) / PageSize));
            rows = [.. found.Skip((wanted - 1) * PageSize).Take(PageSize)];
        }

        var people = await db.Users.AsNoTracking().OrderBy(u => u.DisplayName).Select(u => new { u.Id, Name = u.DisplayName + " (" + u.UserName + ")" }).ToListAsync(cancel);
        var periods = await db.Periods.AsNoTracking().OrderByDescending(p => p.Year).Select(p => new { p.Id, p.Title }).ToListAsync(cancel);
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.Order).Select(a => new { a.Id, a.Name }).ToListAsync(cancel);
        var (who, which, where) = (people.ToDictionary(p => p.Id, p => p.Name), periods.ToDictionary(p => p.Id, p => p.Title), agencies.ToDictionary(a => a.Id, a => a.Name));
        return View(new AuditPage(
            [.. rows.Select(e => (e, e.ActorId is { } id ? who.GetValueOrDefault(id, "–") : "Hệ thống", e.PeriodId is { } p ? which.GetValueOrDefault(p) : null, e.AgencyId is { } a ? where.GetValueOrDefault(a) : null))],
            total,
            wanted,
            Math.Max(1, (total + PageSize - 1) / PageSize),
            filter,
            [.. people.Select(p => (p.Id, p.Name))],
            [.. periods.Select(p => (p.Id, p.Title))],
            [.. agencies.Select(a => (a.Id, a.Name))]));
    }

    private DateOnly? Day(string name, string? typed)
    {
        var day = DateInput.Parse(typed);
        if (day.Problem is not null)
            ModelState.AddModelError(name, day.Problem);
        return day.IsEmpty || day.Problem is not null ? null : day.Value;
    }
}
