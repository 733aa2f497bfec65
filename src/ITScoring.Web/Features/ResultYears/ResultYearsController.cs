using ITScoring.Web.Features.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>Published results across years: figures and ranks by year, and what of two years can be compared.</summary>
[AllowAnonymous]
[Route("results")]
public sealed class ResultYearsController(YearsQuery years, ChangesQuery changes) : Controller
{
    [HttpGet("years")]
    [PublicPage("block")]
    public async Task<IActionResult> Years(string? block, CancellationToken cancel) => await years.PageAsync(block, cancel) is { } page ? View(page) : NotFound();

    /// <param name="since">Code of the earlier period; without it the one before.</param>
    [HttpGet("{period}/changes")]
    [PublicPage("since", "block")]
    public async Task<IActionResult> Changes(string period, string? since, string? block, CancellationToken cancel) =>
        await changes.PageAsync(period, since, block, cancel) is { } page ? View(page) : NotFound();
}
