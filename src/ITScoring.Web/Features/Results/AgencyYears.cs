using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Results;

/// <summary>Follows agencies through the published years: figures from the records, and who took over from whom from the list of agencies.</summary>
public sealed class AgencyYears(AppDbContext db)
{
    public async Task<AgencyLineage> LineageAsync(CancellationToken cancel = default)
    {
        var links = await (
            from link in db.Set<AgencyPredecessor>().AsNoTracking()
            join successor in db.Agencies on link.AgencyId equals successor.Id
            join predecessor in db.Agencies on link.PredecessorId equals predecessor.Id
            orderby predecessor.Order, predecessor.Id
            select new { Successor = successor.Code, Predecessor = predecessor.Code }).ToListAsync(cancel);
        var rules = await db.Restructurings.AsNoTracking().Include(r => r.Agency).Where(r => r.Rule != RestatementRule.None).ToListAsync(cancel);
        var ids = rules.Select(r => r.Id).ToList();
        var parts = (await (
            from link in db.Set<AgencyPredecessor>().AsNoTracking()
            join predecessor in db.Agencies on link.PredecessorId equals predecessor.Id
            where link.RestructuringId != null && ids.Contains(link.RestructuringId.Value)
            orderby predecessor.Order, predecessor.Id
            select new { link.RestructuringId, predecessor.Code, link.Weight, link.IsMain }).ToListAsync(cancel)).ToLookup(x => x.RestructuringId!.Value, x => new RestatementPart(x.Code, x.Weight, x.IsMain));
        return new AgencyLineage(
            links.Select(l => (l.Successor, l.Predecessor)),
            rules.Select(r => new Restatement(r.Agency!.Code, r.Kind, r.On, r.Basis, r.Rule, r.RuleReason, r.IncludesOwn, r.OwnWeight, r.OwnIsMain, [.. parts[r.Id]])));
    }

    /// <summary>The years in which an agency or its predecessors were evaluated, earliest first.</summary>
    /// <param name="of">The result from which one looks back.</param>
    /// <param name="all">Every published result, latest first.</param>
    public static IReadOnlyList<AgencyYear> Of(PublishedRecord of, string code, IReadOnlyList<PublishedRecord> all, AgencyLineage lineage)
    {
        var here = all.ToList().FindIndex(r => r.Period.Id == of.Period.Id);
        var isThere = of.Record.Agencies.Any(a => string.Equals(a.Code, code, StringComparison.OrdinalIgnoreCase));
        var years = new List<AgencyYear>();
        foreach (var (result, i) in all.Select((r, i) => (r, i)).Reverse())
        {
            var codes = result.Record.Agencies.Select(a => a.Code).ToList();
            // Later on it counts only under its own name: what became of it is told by its successor's page.
            var line = i >= here ? lineage.Before(code, codes, [.. of.Record.Agencies.Select(a => a.Code)])
                : codes.Contains(code, StringComparer.OrdinalIgnoreCase) ? new AgencyLine(AgencyTie.Same, [code], [])
                : new AgencyLine(AgencyTie.New, [], []);
            if (line.Tie == AgencyTie.New)
                continue;
            var restated = i > here || !isThere ? lineage.Restate(code, result.Record, isThere ? of.Record : null) : null;
            var agency = line.Comparable is { } one ? Find(result.Record, one) : null;
            var before = years.Count == 0 ? null : years[^1];
            years.Add(new AgencyYear(
                result,
                agency,
                line.Tie,
                agency is null ? 0 : result.Record.Agencies.Count(a => a.Block == agency.Block && a.Rank is not null),
                before is not null && before.Set.Sha256 == result.Record.CriteriaSet.Sha256 && before.Agency?.Code == agency?.Code,
                Note(result.Record, line, restated),
                restated));
        }

        return years;
    }

    /// <summary>What has to be said of whoever stands for an agency in a record; null: nothing.</summary>
    /// <param name="restated">The figure by a stated rule; null: none was stated.</param>
    public static string? Note(PublicRecord record, AgencyLine line, RestatedFigure? restated = null)
    {
        string Names(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => Find(record, c).Name));
        return line.Tie switch
        {
            AgencyTie.Successor => $"Số liệu của cơ quan tiền thân: {Names(line.Codes)}",
            AgencyTie.Merged => $"Hợp nhất từ {string.Join(", ", line.Codes.Select(c => Find(record, c)).Select(a => $"{a.Name} ({Standing(a)})"))}; {(restated is null ? "không so sánh" : RestatedWords.Of(restated))}",
            AgencyTie.Divided => $"Chia tách từ {Names(line.Codes)}; {(restated is null ? "không so sánh" : RestatedWords.Of(restated))}",
            AgencyTie.Same when line.Absorbed.Count > 0 => $"Chưa gồm {Names(line.Absorbed)}{(restated is null ? "" : "; " + RestatedWords.Of(restated))}",
            _ => null,
        };
    }

    private static string Standing(RecordAgency agency) =>
        agency.RankingScore is null ? "không có điểm" : $"{Display.Of(Points.Parse(agency.RankingScore))}{(agency.Rank is { } rank ? $", hạng {rank}" : "")}";

    private static RecordAgency Find(PublicRecord record, string code) => record.Agencies.First(a => string.Equals(a.Code, code, StringComparison.OrdinalIgnoreCase));
}
