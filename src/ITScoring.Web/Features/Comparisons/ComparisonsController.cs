using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>Giữa các cơ quan: one criterion across all agencies, so that the same thing is judged the same way.</summary>
[Route("comparisons/{period}")]
[RequirePermission(Permission.ReadReviews)]
public sealed class ComparisonsController(ReviewForms forms, CriteriaSetCache sets, ComparisonQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Comparisons(string period, string? search, string? sort, int page, CancellationToken cancel) =>
        await forms.FindPeriodAsync(period, cancel) is { } found ? View(await query.ListAsync(found, search, sort, page, cancel)) : NotFound();

    /// <param name="block">Only agencies of this block.</param>
    /// <param name="agency">Marks this agency.</param>
    [HttpGet("{criterion}")]
    public async Task<IActionResult> Comparison(string period, string criterion, string? block, string? agency, string? sort, string? order, int page, CancellationToken cancel)
    {
        if (await forms.FindPeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var code = (await sets.GetAsync(found, cancel)).CriterionAt(criterion);
        return code is null ? NotFound() : View(await query.PageAsync(found, code, ComparisonFilter.Read(block, agency, sort, order), page, cancel));
    }
}
