using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Agencies;

/// <summary>Looks agencies up. There are some hundred, so names are compared without marks in memory.</summary>
public sealed class AgenciesQuery(AppDbContext db, PublishedRecords records, AgencyYears years, TimeProvider clock)
{
    public async Task<AgenciesPage> PageAsync(AgenciesFilter filter, int number, CancellationToken cancel = default)
    {
        var today = clock.Today();
        var blocks = await BlocksAsync(cancel);
        var byId = blocks.ToDictionary(b => b.Id);
        var all = await db.Agencies.AsNoTracking().Include(a => a.Renamings).ToListAsync(cancel);
        var page = new AgenciesPage(new Paged<AgencyRow>([], 1), filter, blocks, all.Count == 0);
        var wanted = filter.State is "ended" or "coming" or "all" ? filter.State : "now";
        var rows = all.Select(a => new AgencyRow(a, byId[a.BlockId], [.. a.Names.Select(n => n.Name).Where(n => n != a.Name)], StateOf(a, today)))
            .Where(r => VietnameseSearch.Matches(filter.Search, [r.Agency.Code, r.Agency.Name, r.Agency.ShortName, .. r.Former]))
            .Where(r => string.IsNullOrEmpty(filter.Block) || r.Block.Code == filter.Block)
            .Where(r => wanted == "all" || r.State == wanted);
        var sorted = page.IsDescending ? rows.OrderByDescending(KeyOf(page.SortedBy), StringComparer.Ordinal) : rows.OrderBy(KeyOf(page.SortedBy), StringComparer.Ordinal);
        return page with { Page = new Paged<AgencyRow>([.. sorted.ThenBy(r => r.Agency.Code, StringComparer.Ordinal)], number) };
    }

    /// <summary>An agency with its names and predecessors, tracked; null: there is none.</summary>
    public Task<Agency?> FindAsync(int id, CancellationToken cancel = default) =>
        db.Agencies.Include(a => a.Block).Include(a => a.Renamings).Include(a => a.Predecessors).ThenInclude(p => p.Predecessor).FirstOrDefaultAsync(a => a.Id == id, cancel);

    public Task<List<Block>> BlocksAsync(CancellationToken cancel = default) => db.Blocks.AsNoTracking().OrderBy(b => b.Order).ThenBy(b => b.Code).ToListAsync(cancel);

    /// <summary>All agencies, in the order of the lists.</summary>
    public Task<List<Agency>> AllAsync(CancellationToken cancel = default) =>
        db.Agencies.AsNoTracking().Include(a => a.Block).OrderBy(a => a.Block!.Order).ThenBy(a => a.Order).ThenBy(a => a.Code).ToListAsync(cancel);

    /// <summary>Agencies that have not ended by today.</summary>
    public async Task<IReadOnlyList<Agency>> StandingAsync(CancellationToken cancel = default)
    {
        var today = clock.Today();
        return [.. (await AllAsync(cancel)).Where(a => a.ValidTo is null || a.ValidTo >= today)];
    }

    /// <summary>Everything about an agency that the manager's page shows.</summary>
    public async Task<AgencyDetailsPage> DetailsAsync(Agency agency, CancellationToken cancel = default)
    {
        var restructurings = await db.Restructurings.AsNoTracking().Where(r => r.AgencyId == agency.Id).OrderBy(r => r.On).ToListAsync(cancel);
        var successors = await db.Agencies.AsNoTracking().Where(a => a.Predecessors.Any(p => p.PredecessorId == agency.Id)).OrderBy(a => a.Order).ToListAsync(cancel);
        var periods = await db.Periods.AsNoTracking().Where(p => p.Agencies.Any(a => a.AgencyId == agency.Id)).OrderByDescending(p => p.Year).ToListAsync(cancel);
        var all = await records.AllAsync(cancel);
        var lineage = await years.LineageAsync(cancel);
        // The latest result in which it stands; one that was never evaluated is looked at from the latest there is.
        var from = all.FirstOrDefault(r => r.Record.Agencies.Any(a => string.Equals(a.Code, agency.Code, StringComparison.OrdinalIgnoreCase))) ?? (all.Count > 0 ? all[0] : null);
        return new AgencyDetailsPage(
            agency,
            clock.Today(),
            restructurings,
            successors,
            periods,
            from is null ? [] : AgencyYears.Of(from, agency.Code, all, lineage),
            from is null ? null : lineage.Restate(agency.Code, from.Record, null),
            from?.Period.Year,
            await db.Users.CountAsync(u => u.AgencyId == agency.Id && u.SuspendedAt == null, cancel));
    }

    /// <summary>What a change of one agency has to know of the others.</summary>
    public async Task<AgencyRegister> RegisterAsync(CancellationToken cancel = default)
    {
        var links = await db.Set<AgencyPredecessor>().AsNoTracking().Select(p => new { p.AgencyId, p.PredecessorId }).ToListAsync(cancel);
        var running = await db.Periods.AsNoTracking().Include(p => p.Agencies).Where(p => p.State != PeriodState.Draft && p.State != PeriodState.Published).ToListAsync(cancel);
        // Nobody knows when it is published: today is always in the middle.
        var tomorrow = clock.Today().AddDays(1);
        return new AgencyRegister(
            links.Select(l => (l.AgencyId, l.PredecessorId)),
            running.SelectMany(p => p.Agencies.Select(a => new AgencyEngagement(
                a.AgencyId, p.Title, new[] { tomorrow, p.Deadline?.Day ?? tomorrow, a.Extension?.Day ?? tomorrow, p.ResponseDeadline?.Day ?? tomorrow }.Max()))));
    }

    /// <summary>Where an agency's code is in use; null: nowhere.</summary>
    public async Task<string?> UsedByAsync(int id, CancellationToken cancel = default)
    {
        if (await db.Periods.AsNoTracking().Where(p => p.Agencies.Any(a => a.AgencyId == id)).OrderByDescending(p => p.Year).Select(p => p.Title).FirstOrDefaultAsync(cancel) is { } title)
            return $"“{title}”";
        return await db.Users.AnyAsync(u => u.AgencyId == id, cancel) || await db.Memberships.AnyAsync(m => m.AgencyId == id, cancel) ? "tài khoản của cơ quan"
            : await db.Set<AgencyPredecessor>().AnyAsync(p => p.AgencyId == id || p.PredecessorId == id, cancel) ? "quan hệ kế thừa giữa các cơ quan"
            : null;
    }

    private static string StateOf(Agency agency, DateOnly today) => agency.ValidTo < today ? "ended" : agency.ValidFrom > today ? "coming" : "now";

    private static Func<AgencyRow, string> KeyOf(string column) => column switch
    {
        "code" => r => r.Agency.Code,
        "name" => r => VietnameseSearch.Fold(r.Agency.Name),
        "block" => r => $"{r.Block.Order:D6} {r.Agency.Order:D6}",
        "from" => r => $"{r.Agency.ValidFrom:yyyy-MM-dd}",
        "until" => r => r.Agency.ValidTo is { } to ? $"{to:yyyy-MM-dd}" : "~",
        _ => r => $"{r.Block.Order:D6} {r.Agency.Order:D6}",
    };
}
