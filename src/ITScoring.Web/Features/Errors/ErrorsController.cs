using System.Globalization;
using System.Text.Json;
using ITScoring.Web.Features.Api;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ITScoring.Web.Features.Errors;

/// <summary>The pages that answer when something did not work: what happened, what to do, and the request's id; no details leak.</summary>
[AllowAnonymous]
[Route("errors")]
[ApiExplorerSettings(IgnoreApi = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorsController(IOptions<JsonOptions> json) : Controller
{
    [Route("{code:int:range(400,599)}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Page()
    {
        // Not a parameter: binding reads the posted form too, and that may be what was wrong.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        // Somebody who opens the address by hand gets the page it names, as what it is: not found.
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var status = failed ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        // Programs read no pages.
        if (new PathString(asked).IsApi())
            return Content(JsonSerializer.Serialize(ApiProblem.Of(status, HttpContext.TraceIdentifier), json.Value.SerializerOptions), $"{ApiProblem.MediaType}; charset=utf-8");
        var page = ErrorPage.Of(status, HttpContext.TraceIdentifier);
        return View("Error", HttpContext.Features.Get<RateRefusal>() is { } refusal ? page with { Meaning = refusal.Meaning, Advice = refusal.Advice } : page);
    }
}
