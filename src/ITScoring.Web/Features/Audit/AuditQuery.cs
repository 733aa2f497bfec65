using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Auditing;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Input;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Audit;

/// <summary>Reads the audit log, a page at a time.</summary>
public sealed class AuditQuery(AppDbContext db, CriteriaSetCache sets, AuditSeals seals)
{
    /// <summary>Rows that one file holds at most: the next ones are found by days.</summary>
    public const int MostInFile = 50_000;

    private const int PageSize = 50;

    // Text is compared without marks in memory; a search looks at this many rows that fit the other filters.
    private const int SearchWindow = 20_000;

    private const int MostInCell = 32_000;

    /// <param name="from">First day; null: no bound.</param>
    /// <param name="until">Last day, whole; null: no bound.</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, DateOnly? from, DateOnly? until, int number, CancellationToken cancel = default)
    {
        var names = await NamesAsync(cancel);
        var query = Ordered(filter, from, until);
        var total = await query.CountAsync(cancel);
        List<AuditEntry>? found = null;
        int? searchedOnly = null;
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            searchedOnly = total > SearchWindow ? SearchWindow : null;
            found = Matching(filter, await query.Take(SearchWindow).ToListAsync(cancel), names);
            total = found.Count;
        }

        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var wanted = Math.Clamp(number, 1, pages);
        var skip = (wanted - 1) * PageSize;
        var rows = found is null ? await query.Skip(skip).Take(PageSize).ToListAsync(cancel) : found.Skip(skip).Take(PageSize).ToList();
        return new AuditPage(
            await ShownAsync(rows, names, cancel),
            total,
            wanted,
            pages,
            searchedOnly,
            filter,
            await seals.StateAsync(cancel),
            [.. names.People.Select(p => (p.Key, p.Value))],
            [.. names.Periods.Select(p => (p.Id, p.Title))],
            [.. names.Agencies.Select(a => (a.Key, a.Value))]);
    }

    /// <summary>What the filter finds, as a table of data; a search looks at as many rows as on the page.</summary>
    /// <inheritdoc cref="PageAsync"/>
    public async Task<DataSheet> SheetAsync(AuditFilter filter, DateOnly? from, DateOnly? until, CancellationToken cancel = default)
    {
        var names = await NamesAsync(cancel);
        var rows = await Ordered(filter, from, until).Take(string.IsNullOrWhiteSpace(filter.Search) ? MostInFile : SearchWindow).ToListAsync(cancel);
        if (!string.IsNullOrWhiteSpace(filter.Search))
            rows = Matching(filter, rows, names);
        return new DataSheet(
            "Nhật ký", "Nhật ký",
            [
                new("id", "Số dòng", DataKind.Whole, 10), new("at", "Lúc", DataKind.Text, 20), new("who", "Ai", DataKind.Text, 30), new("role", "Vai trò", DataKind.Text, 22), new("action", "Việc", DataKind.Text, 28),
                new("subject", "Đối tượng", DataKind.Text, 24), new("where", "Cơ quan, kỳ", DataKind.Text, 30), new("from", "Từ", DataKind.Text, 36), new("to", "Đến", DataKind.Text, 36), new("reason", "Lý do", DataKind.Text, 36), new("request", "Mã yêu cầu", DataKind.Text, 22),
            ],
            [.. (await ShownAsync(rows, names, cancel)).Select(r => (IReadOnlyList<object?>)
                [checked((int)r.Entry.Id), VietnamTime.Stamp(r.Entry.At), r.Who, r.Entry.ActorRole?.Name(), AuditActions.Name(r.Entry.Action), r.Subject, r.Where, Cut(r.From), Cut(r.To), Cut(r.Entry.Reason), r.Entry.RequestId])]);
    }

    // A cell of a workbook takes no more.
    private static string? Cut(string? text) => text is { Length: > MostInCell } ? text[..MostInCell] + "…" : text;

    private static List<AuditEntry> Matching(AuditFilter filter, IEnumerable<AuditEntry> rows, AuditNames names) => [.. rows.Where(e => VietnameseSearch.Matches(
        filter.Search, names.Subject(e), AccountReference.WithNames(AuditWords.Of(e, e.From, null), names.People), AccountReference.WithNames(AuditWords.Of(e, e.To, null), names.People), e.Reason, AuditActions.Name(e.Action)))];

    private async Task<AuditNames> NamesAsync(CancellationToken cancel) => new(
        await db.Users.AsNoTracking().OrderBy(u => u.UserName).ToDictionaryAsync(u => u.Id, u => $"{u.DisplayName} ({u.UserName})", cancel),
        await db.Periods.AsNoTracking().OrderByDescending(p => p.Year).Select(p => new AuditNames.Period(p.Id, p.Code, p.Title, p.CriteriaSetVersionId)).ToListAsync(cancel),
        await db.Agencies.AsNoTracking().OrderBy(a => a.BlockId).ThenBy(a => a.Order).ToDictionaryAsync(a => a.Id, a => a.Name, cancel));

    private async Task<IReadOnlyList<AuditRow>> ShownAsync(IReadOnlyList<AuditEntry> rows, AuditNames names, CancellationToken cancel)
    {
        var which = names.Periods.ToDictionary(p => p.Id);
        var questions = new Dictionary<int, CriteriaSet>();
        foreach (var id in rows.Where(e => AuditWords.HoldsAnswers(e.Action)).Select(e => e.PeriodId).OfType<int>().Distinct())
        {
            if (which.GetValueOrDefault(id)?.CriteriaSetVersionId is { } version)
                questions[id] = await sets.GetAsync(version, cancel);
        }

        return [.. rows.Select(e =>
        {
            var set = e.PeriodId is { } p ? questions.GetValueOrDefault(p) : null;
            return new AuditRow(
                e,
                e.ActorId is { } id ? names.People.GetValueOrDefault(id, "–") : e.Action.StartsWith("account.sign-in", StringComparison.Ordinal) ? "Chưa đăng nhập" : "Hệ thống",
                names.Subject(e),
                string.Join(", ", new[] { e.AgencyId is { } a ? names.Agencies.GetValueOrDefault(a) : null, e.PeriodId is { } n && which.GetValueOrDefault(n) is { } known ? $"kỳ {known.Code}" : null }.OfType<string>()),
                AccountReference.WithNames(AuditWords.Of(e, e.From, set), names.People),
                AccountReference.WithNames(AuditWords.Of(e, e.To, set), names.People));
        })];
    }

    private IQueryable<AuditEntry> Ordered(AuditFilter filter, DateOnly? from, DateOnly? until)
    {
        var query = Filtered(filter, from, until);
        return filter.Sort == "oldest" ? query.OrderBy(e => e.Id) : query.OrderByDescending(e => e.Id);
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
