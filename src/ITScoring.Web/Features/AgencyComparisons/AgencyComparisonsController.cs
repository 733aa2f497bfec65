using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.AgencyComparisons;

/// <summary>So sánh cơ quan: up to four agencies of a published result side by side. The address is the basket.</summary>
[AllowAnonymous]
[Route("results/{period}/compare")]
public sealed class AgencyComparisonsController(PublishedRecords records) : Controller
{
    /// <param name="a">Codes of the agencies, in the order in which they are shown.</param>
    /// <param name="only">"differences": only criteria in which they differ.</param>
    [HttpGet("")]
    [PublicPage("a", "only")]
    public async Task<IActionResult> Compare(string period, string[] a, string? only, CancellationToken cancel)
    {
        if (await records.FindAsync(period, cancel) is not { } result)
            return NotFound();
        var chosen = new List<RecordAgency>();
        foreach (var code in a.Where(code => !string.IsNullOrWhiteSpace(code)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (result.Record.Agencies.FirstOrDefault(x => string.Equals(x.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } agency)
                return NotFound();
            chosen.Add(agency);
        }

        return View(new ComparePage(result, [.. chosen.Take(ComparePage.Most)], [.. chosen.Skip(ComparePage.Most)], only == "differences"));
    }
}
