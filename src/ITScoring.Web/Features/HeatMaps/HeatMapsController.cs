using ITScoring.Web.Features.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.HeatMaps;

/// <summary>Bản đồ nhóm: agencies by groups as a heat map, from the public record.</summary>
[AllowAnonymous]
[Route("results/{period}/heat-map")]
public sealed class HeatMapsController(PublishedRecords records) : Controller
{
    [HttpGet("")]
    [PublicPage("block")]
    public async Task<IActionResult> HeatMap(string period, string? block, CancellationToken cancel)
    {
        if (await records.FindAsync(period, cancel) is not { } result)
            return NotFound();
        var chosen = string.IsNullOrEmpty(block) ? result.Record.Blocks[0] : result.Record.Blocks.FirstOrDefault(b => string.Equals(b.Code, block, StringComparison.OrdinalIgnoreCase));
        return chosen is null ? NotFound() : View(new HeatMapPage(result, chosen));
    }
}
