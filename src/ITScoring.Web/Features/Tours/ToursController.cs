using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Tours;

/// <summary>Hướng dẫn nhanh: what to do in the role one works in, where, in which order.</summary>
[Route("tour")]
[RequirePermission(Permission.OwnAccount)]
public sealed class ToursController(TourQuery query, CurrentUser user) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Tour(CancellationToken cancel) => View(await query.PageAsync(cancel));

    /// <summary>The person has seen it; the home page offers it no more.</summary>
    [HttpPost("seen")]
    public IActionResult Seen()
    {
        TourOffer.Close(HttpContext, user);
        TempData["Notice"] = "Đã ghi nhớ. Hướng dẫn nhanh vẫn có ở cuối mỗi trang.";
        return Redirect("/home");
    }
}
