using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.EvidenceStore;

/// <summary>Choosing a document that the agency has from an earlier question, form or period.</summary>
[Route("submissions/{period}/{agency}/questions/{question}/evidence/store")]
[FramesFiles]
public sealed class EvidenceStoreController(EvidenceItemsQuery find, StoreQuery query, EvidenceService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Store(string period, string agency, string question, string? search, int? page, CancellationToken cancel) =>
        await find.FindAsync(period, agency, question, cancel) is var (form, q) ? View(await query.PageAsync(form, q, search, page ?? 1, cancel)) : NotFound();

    [HttpPost("{id:int}")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Choose(string period, string agency, string question, int id, CancellationToken cancel)
    {
        if (await find.FindAsync(period, agency, question, cancel) is not var (form, q) || await service.ChooseAsync(form, q, id, cancel: cancel) is not { } outcome)
            return NotFound();
        if (outcome.Ok)
        {
            TempData["Notice"] = "Đã dùng tài liệu cho câu này.";
            return Redirect($"{form.Path}/questions/{q.Code}/evidence");
        }

        this.Refuse(outcome);
        return View("Store", await query.PageAsync(form, q, null, 1, cancel));
    }
}
