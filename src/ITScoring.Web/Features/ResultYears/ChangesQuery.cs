using ITScoring.Data;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Web.Features.Results;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>Holds two published records against each other as far as they are measured alike.</summary>
public sealed class ChangesQuery(AppDbContext db, PublishedRecords records, AgencyYears years)
{
    /// <returns>Null: a period or block that is not there, or an earlier period that is not earlier.</returns>
    public async Task<ChangesPage?> PageAsync(string period, string? since, string? blockCode, CancellationToken cancel = default)
    {
        if (await records.FindAsync(period, cancel) is not { } now)
            return null;
        var block = string.IsNullOrEmpty(blockCode) ? now.Record.Blocks[0] : now.Record.Blocks.FirstOrDefault(b => string.Equals(b.Code, blockCode, StringComparison.OrdinalIgnoreCase));
        var earlier = (await records.AllAsync(cancel)).Where(r => r.Period.Year < now.Period.Year).ToList();
        var then = string.IsNullOrEmpty(since) ? earlier.FirstOrDefault() : earlier.FirstOrDefault(r => r.Period.Code == since);
        if (block is null || (then is null && !string.IsNullOrEmpty(since)))
            return null;
        if (then is null)
            return new ChangesPage(now, null, earlier, block, null, [], []);

        var core = ComparableCore.Of(then.Record.CriteriaSet, now.Record.CriteriaSet, await db.CriterionLinks.AsNoTracking().ToListAsync(cancel));
        var lineage = await years.LineageAsync(cancel);
        var codes = then.Record.Agencies.Select(a => a.Code).ToList();
        var lines = now.Record.Agencies.Select(a => (Agency: a, Line: lineage.Before(a.Code, codes, [.. now.Record.Agencies.Select(x => x.Code)]))).ToList();
        var heirs = lines.SelectMany(l => l.Line.Codes.Concat(l.Line.Absorbed)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ChangesPage(
            now,
            then,
            earlier,
            block,
            core,
            [.. lines.Where(l => l.Agency.Block == block.Code).OrderBy(l => l.Agency.Rank ?? int.MaxValue).Select(l => Change(then, core, l.Agency, l.Line, lineage.Restate(l.Agency.Code, then.Record, now.Record)))],
            [.. then.Record.Agencies.Where(a => a.Block == block.Code && !heirs.Contains(a.Code))]);
    }

    private static AgencyChange Change(PublishedRecord then, ComparableCore core, RecordAgency agency, AgencyLine line, RestatedFigure? restated)
    {
        var before = line.Comparable is { } code ? then.Record.Agencies.First(a => string.Equals(a.Code, code, StringComparison.OrdinalIgnoreCase)) : null;
        if (before is null)
            return new AgencyChange(agency, null, null, AgencyYears.Note(then.Record, line, restated) ?? $"Không có trong kết quả năm {then.Period.Year}");
        var score = core.Score(before, agency);
        var missing = score is not null ? null
            : !agency.Submitted ? "Không nộp phiếu kỳ này"
            : !before.Submitted ? $"Không nộp phiếu năm {then.Period.Year}"
            : "Không có tiêu chí nào áp dụng ở cả hai năm";
        var moved = before.Block == agency.Block ? null : $"Năm {then.Period.Year} thuộc khối khác";
        var notes = new[] { AgencyYears.Note(then.Record, line, restated), moved, missing }.OfType<string>().ToList();
        return new AgencyChange(agency, before, score, notes.Count == 0 ? null : string.Join(". ", notes));
    }
}
