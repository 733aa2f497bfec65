using System.Text;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Features.Results;

/// <summary>What everybody may read without signing in: published results, from the record and nothing else.</summary>
[AllowAnonymous]
[Route("results")]
public sealed class ResultsController(PublishedRecords records, RankingQuery rankings) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Results(CancellationToken cancel) => View(await records.PeriodsAsync(cancel));

    [HttpGet("{period:regex(^[[a-z0-9-]]+$)}")]
    public async Task<IActionResult> Ranking(string period, string? block, string? search, string? group, string? @class, CancellationToken cancel) =>
        await rankings.PageAsync(period, block, search, group, @class, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("{period:regex(^[[a-z0-9-]]+$)}.json")]
    public async Task<IActionResult> Json(string period, CancellationToken cancel)
    {
        if (await records.FindAsync(period, cancel) is not { } result)
            return NotFound();
        return File(Encoding.UTF8.GetBytes(result.Json), "application/json; charset=utf-8", null, Tag(result.Sha256));
    }

    [HttpGet("{period:regex(^[[a-z0-9-]]+$)}.csv")]
    public async Task<IActionResult> Csv(string period, CancellationToken cancel) =>
        await records.FindAsync(period, cancel) is { } result
            ? File(ResultsCsv.Of(result.Record), "text/csv; charset=utf-8", $"ket-qua-{result.Period.Code}.csv", null, Tag(result.Sha256 + "-csv"))
            : NotFound();

    [HttpGet("{period:regex(^[[a-z0-9-]]+$)}/agencies/{agency}")]
    public async Task<IActionResult> Agency(string period, string agency, CancellationToken cancel)
    {
        if (await records.FindAsync(period, cancel) is not { } result
            || result.Record.Agencies.FirstOrDefault(a => string.Equals(a.Code, agency, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return NotFound();
        var peers = result.Record.Agencies.Where(a => a.Block == found.Block && a.Rank is not null).OrderBy(a => a.Rank).ToList();
        var at = peers.IndexOf(found);
        var before = (await records.PeriodsAsync(cancel)).FirstOrDefault(p => p.Year < result.Period.Year);
        var earlier = before is null ? null : await records.FindAsync(before.Code, cancel);
        return View(new AgencyPage(
            result,
            found,
            result.Record.Blocks.First(b => b.Code == found.Block).Name,
            peers.Count,
            ResultStatistics.Mean([.. peers.Select(a => Points.Parse(a.RankingScore!))]),
            earlier?.Record.Agencies.FirstOrDefault(a => a.Code == found.Code)?.Rank,
            at > 0 ? peers[at - 1] : null,
            at >= 0 && at + 1 < peers.Count ? peers[at + 1] : null));
    }

    /// <summary>A published record never changes, so its hash tells whoever has the file that it is still the same.</summary>
    private static EntityTagHeaderValue Tag(string value) => new($"\"{value}\"");
}
