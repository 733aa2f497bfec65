using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Agencies;
using ITScoring.Web.Input;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Accounts;

/// <summary>Looks accounts up. There are hundreds, so names are compared without marks in memory.</summary>
public sealed class AccountsQuery(AppDbContext db, TimeProvider clock)
{
    private const int PageSize = 50;

    public async Task<AccountsPage> PageAsync(AccountsFilter filter, int number, CancellationToken cancel = default)
    {
        var agencies = await AgenciesAsync(cancel);
        var names = agencies.ToDictionary(a => a.Id, a => a.Name);
        var now = clock.UtcNow();
        var rows = (await db.Users.AsNoTracking().ToListAsync(cancel))
            .Select(u => new AccountRow(u, u.AgencyId is { } id ? names.GetValueOrDefault(id) : null, u.LockoutEnd is { } end && end.UtcDateTime > now ? end.UtcDateTime : null))
            .Where(r => VietnameseSearch.Matches(filter.Search, r.User.UserName, r.User.DisplayName, r.User.JobTitle, r.Agency))
            .Where(r => string.IsNullOrEmpty(filter.Role) || r.User.Role.ToString() == filter.Role)
            .Where(r => filter.Agency is null || r.User.AgencyId == filter.Agency)
            .Where(r => string.IsNullOrEmpty(filter.State) || StateOf(r) == filter.State)
            .ToList();
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var page = new AccountsPage([], rows.Count, Math.Clamp(number, 1, pages), pages, filter, agencies);
        var sorted = (page.IsDescending ? rows.OrderByDescending(KeyOf(page.SortedBy), StringComparer.Ordinal) : rows.OrderBy(KeyOf(page.SortedBy), StringComparer.Ordinal))
            .ThenBy(r => r.User.UserName, StringComparer.Ordinal);
        return page with { Rows = [.. sorted.Skip((page.Number - 1) * PageSize).Take(PageSize)] };
    }

    public Task<AppUser?> FindAsync(int id, CancellationToken cancel = default) => db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel);

    public Task<List<Agency>> AgenciesAsync(CancellationToken cancel = default) => db.Agencies.AsNoTracking().OrderBy(a => a.BlockId).ThenBy(a => a.Order).ToListAsync(cancel);

    private static string StateOf(AccountRow row) => row.User.SuspendedAt is not null ? "suspended" : row.LockedUntil is not null ? "locked" : "active";

    private static Func<AccountRow, string> KeyOf(string column) => column switch
    {
        "person" => r => VietnameseSearch.Fold(r.User.DisplayName),
        "role" => r => VietnameseSearch.Fold(r.User.Role.Name()),
        "agency" => r => VietnameseSearch.Fold(r.Agency),
        "state" => StateOf,
        _ => r => r.User.UserName!,
    };
}
