using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Benchmarks.Features.Empty;

/// <summary>Pages without content, in the site's own pipeline: what any MVC page costs before it does anything.</summary>
[Route("bench/empty")]
public sealed class EmptyController : Controller
{
    /// <summary>A view and nothing around it, for anybody.</summary>
    [HttpGet("bare")]
    [AllowAnonymous]
    public IActionResult Bare() => View();

    /// <summary>An empty page as the site's pages are: signed in, with its head, navigation and foot.</summary>
    [HttpGet("framed")]
    public IActionResult Framed() => View();
}
