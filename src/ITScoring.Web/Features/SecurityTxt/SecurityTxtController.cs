using System.Globalization;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SecurityTxt;

/// <summary>Whom to tell of a weakness (RFC 9116), from the settings.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class SecurityTxtController(IOptions<SecurityTxtOptions> options) : Controller
{
    [HttpGet("/.well-known/security.txt")]
    public IActionResult Show()
    {
        if (options.Value is not { Contact.Length: > 0, ExpiresOn: { } day } settings)
            return NotFound();
        var contact = settings.Contact.StartsWith("https://", StringComparison.Ordinal) ? settings.Contact : $"mailto:{settings.Contact}";
        // The whole day in Vietnam.
        var expires = VietnamTime.StartOf(day.AddDays(1)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Content($"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: vi, en\n", "text/plain; charset=utf-8");
    }
}
