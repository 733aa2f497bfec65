using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Presence;

/// <summary>An open section page says that it is open, and learns who else has it open.</summary>
[Route("submissions/{period}/{agency}/sections/{section}/presence")]
public sealed class PresenceController(OwnForms forms, PresenceBoard board, CurrentUser user) : Controller
{
    [HttpPost("")]
    [RequirePermission(Permission.ReadOwnForm)]
    [IdleRequest]
    public async Task<IActionResult> Report(string period, string agency, string section, CancellationToken cancel)
    {
        if (await forms.ReadAsync(period, agency, cancel) is not { } form
            || form.Set.Sections.FirstOrDefault(s => string.Equals(s.Code, section, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return NotFound();
        board.Opened(PresenceBoard.SectionOf(form.Submission.Id, found.Code), user.UserId, user.DisplayName);
        return Json(new { others = board.Others(PresenceBoard.SectionOf(form.Submission.Id, found.Code), user.UserId) });
    }
}
