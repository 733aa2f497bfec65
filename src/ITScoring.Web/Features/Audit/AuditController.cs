using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Audit;

/// <summary>The audit log, to read.</summary>
[Route("audit")]
[RequirePermission(Permission.ReadAudit)]
public sealed class AuditController(AuditQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Audit(AuditFilter filter, int page = 1, CancellationToken cancel = default)
    {
        var (from, until) = (Day("from", filter.From), Day("until", filter.Until));
        if (from > until)
            ModelState.AddModelError("until", "Ngày cuối phải không sớm hơn ngày đầu.");
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(await query.PageAsync(filter, from, until, page, cancel));
    }

    private DateOnly? Day(string name, string? typed)
    {
        var day = DateInput.Parse(typed);
        if (day.Problem is not null)
            ModelState.AddModelError(name, day.Problem);
        return day.IsEmpty || day.Problem is not null ? null : day.Value;
    }
}
