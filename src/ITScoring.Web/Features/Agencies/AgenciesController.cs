using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Agencies;

/// <summary>The list of agencies, for the period manager.</summary>
[Route("agencies")]
[RequirePermission(Permission.ManageAgencies)]
public sealed class AgenciesController(AgenciesQuery query, AgencyService service) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Agencies(AgenciesFilter filter, int page = 1, CancellationToken cancel = default) => View(await query.PageAsync(filter, page, cancel));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => View("Form", new AgencyFormPage(null, new AgencyForm(), await query.BlocksAsync(cancel)));

    [HttpPost("new")]
    public async Task<IActionResult> New(AgencyForm form, CancellationToken cancel)
    {
        var blocks = await query.BlocksAsync(cancel);
        if (AgencyInput.Details(ModelState, form, blocks) is { } details)
        {
            var (outcome, agency) = await service.CreateAsync(details, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã thêm {agency!.Name}.";
                return Redirect($"/agencies/{agency.Id}");
            }

            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return View("Form", new AgencyFormPage(null, form, blocks));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Agency(int id, CancellationToken cancel) => await query.FindAsync(id, cancel) is { } agency ? View(await query.DetailsAsync(agency, cancel)) : NotFound();

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel) =>
        await query.FindAsync(id, cancel) is { } agency ? View("Form", new AgencyFormPage(agency, AgencyForm.Of(agency), await query.BlocksAsync(cancel))) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, AgencyForm form, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } agency)
            return NotFound();
        var blocks = await query.BlocksAsync(cancel);
        if (AgencyInput.Details(ModelState, form, blocks) is { } details)
        {
            var outcome = await service.CorrectAsync(agency, details, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã lưu thông tin {details.Name}.";
                return Redirect($"/agencies/{id}");
            }

            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return await query.FindAsync(id, cancel) is { } again ? View("Form", new AgencyFormPage(again, form, blocks)) : NotFound();
    }
}
