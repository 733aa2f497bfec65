using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.WhatIf;

/// <summary>Tính thử. The form comes in by post, since it is long; nothing is written.</summary>
[Route("submissions/{period}/{agency}/what-if")]
[RequirePermission(Permission.ReadOwnForm)]
public sealed class WhatIfController(OwnForms forms, WhatIfQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> WhatIf(string period, string agency, string? of, CancellationToken cancel) =>
        await forms.ReadAsync(period, agency, cancel) is { } form && WhatIfScope.Of(form.Set, of) is { } scope
            ? View(await query.PageAsync(form, scope, cancel: cancel))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Try(string period, string agency, [FromQuery] string? of, CancellationToken cancel)
    {
        if (await forms.ReadAsync(period, agency, cancel) is not { } form || WhatIfScope.Of(form.Set, of) is not { } scope)
            return NotFound();
        var page = await query.PageAsync(form, scope, Request.Form, cancel);
        foreach (var field in page.Fields.Where(f => f.Problem is not null))
            ModelState.AddModelError(field.Field.Name, $"{field.Question.Code}. {field.Problem}");
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("WhatIf", page);
    }
}
