using ITScoring.Web.Features.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Methods;

/// <summary>Phương pháp: by which criteria and rules a published result came about, in words, as its record keeps them.</summary>
[AllowAnonymous]
[Route("results/{period}/method")]
public sealed class MethodsController(PublishedRecords records) : Controller
{
    [HttpGet("")]
    [PublicPage]
    public async Task<IActionResult> Method(string period, CancellationToken cancel) => await records.FindAsync(period, cancel) is { } result ? View(result) : NotFound();
}
