using ITScoring.Data;
using ITScoring.Domain.Auditing;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Audit;

/// <summary>Reads the audit log, a page at a time.</summary>
public sealed class AuditQuery(AppDbContext db, CriteriaSetCache sets)
{
    private const int PageSize = 50;

    // Text is compared without marks in memory; a search looks at this many rows that fit the other filters.
    private const int SearchWindow = 20_000;

    /// <param name="from">First day; null: no bound.</param>
    /// <param name="until">Last day, whole; null: no bound.</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, DateOnly? from, DateOnly? until, int number, CancellationToken cancel = default)
    {
        var query = Filtered(filter, from, until);
        query = filter.Sort == "oldest" ? query.OrderBy(e => e.Id) : query.OrderByDescending(e => e.Id);
        var total = await query.CountAsync(cancel);
        List<AuditEntry>? found = null;
        int? searchedOnly = null;
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            searchedOnly = total > SearchWindow ? SearchWindow : null;
            found = (await query.Take(SearchWindow).ToListAsync(cancel)).Where(e => VietnameseSearch.Matches(filter.Search, e.Subject, AuditWords.Of(e, e.From, null), AuditWords.Of(e, e.To, null), e.Reason, AuditActions.Name(e.Action))).ToList();
            total = found.Count;
        }

        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var wanted = Math.Clamp(number, 1, pages);
        var skip = (wanted - 1) * PageSize;
        var rows = found is null ? await query.Skip(skip).Take(PageSize).ToListAsync(cancel) : found.Skip(skip).Take(PageSize).ToList();

        var people = await db.Users.AsNoTracking().OrderBy(u => u.UserName).Select(u => new { u.Id, Name = u.DisplayName + " (" + u.UserName + ")" }).ToListAsync(cancel);
        var periods = await db.Periods.AsNoTracking().OrderByDescending(p => p.Year).Select(p => new { p.Id, p.Code, p.Title, p.CriteriaSetVersionId }).ToListAsync(cancel);
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.BlockId).ThenBy(a => a.Order).Select(a => new { a.Id, a.Name }).ToListAsync(cancel);
        var (who, which, where) = (people.ToDictionary(p => p.Id, p => p.Name), periods.ToDictionary(p => p.Id), agencies.ToDictionary(a => a.Id, a => a.Name));
        var questions = new Dictionary<int, CriteriaSet>();
        foreach (var id in rows.Where(e => AuditWords.HoldsAnswers(e.Action)).Select(e => e.PeriodId).OfType<int>().Distinct())
        {
            if (which.GetValueOrDefault(id)?.CriteriaSetVersionId is { } version)
                questions[id] = await sets.GetAsync(version, cancel);
        }

        return new AuditPage(
            [.. rows.Select(e =>
            {
                var set = e.PeriodId is { } p ? questions.GetValueOrDefault(p) : null;
                return new AuditRow(
                    e,
                    e.ActorId is { } id ? who.GetValueOrDefault(id, "–") : e.Action.StartsWith("account.sign-in", StringComparison.Ordinal) ? "Chưa đăng nhập" : "Hệ thống",
                    string.Join(", ", new[] { e.AgencyId is { } a ? where.GetValueOrDefault(a) : null, e.PeriodId is { } n && which.GetValueOrDefault(n) is { } known ? $"kỳ {known.Code}" : null }.OfType<string>()),
                    AuditWords.Of(e, e.From, set),
                    AuditWords.Of(e, e.To, set));
            })],
            total,
            wanted,
            pages,
            searchedOnly,
            filter,
            [.. people.Select(p => (p.Id, p.Name))],
            [.. periods.Select(p => (p.Id, p.Title))],
            [.. agencies.Select(a => (a.Id, a.Name))]);
    }

    private IQueryable<AuditEntry> Filtered(AuditFilter filter, DateOnly? from, DateOnly? until)
    {
        IQueryable<AuditEntry> query = db.AuditEntries.AsNoTracking();
        if (from is { } first)
        {
            var start = VietnamTime.StartOf(first);
            query = query.Where(e => e.At >= start);
        }

        if (until is { } last)
        {
            var end = VietnamTime.StartOf(last).AddDays(1);
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
        return query;
    }
}
