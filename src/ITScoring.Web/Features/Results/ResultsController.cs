using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Features.Results;

/// <summary>What everybody may read without signing in: published results, from the record and nothing else.</summary>
[AllowAnonymous]
[Route("results")]
public sealed class ResultsController(PublishedRecords records, RankingQuery rankings, AgencyQuery agencies) : Controller
{
    [HttpGet("")]
    [PublicPage]
    public async Task<IActionResult> Results(CancellationToken cancel) => View(await records.PeriodsAsync(cancel));

    [HttpGet("{period:regex(^[[a-z0-9-]]+$)}")]
    [PublicPage("block", "search", "group", "class")]
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
    [PublicPage]
    public async Task<IActionResult> Agency(string period, string agency, CancellationToken cancel) =>
        await agencies.PageAsync(period, agency, cancel) is { } page ? View(page) : NotFound();

    /// <summary>A published record never changes, so its hash tells whoever has the file that it is still the same.</summary>
    private static EntityTagHeaderValue Tag(string value) => new($"\"{value}\"");
}
