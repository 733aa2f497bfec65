using ITScoring.Domain;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Settings;

/// <summary>Cài đặt: what differs from province to province, limits, mail and scanner.</summary>
[Route("settings")]
public sealed class SettingsController(SettingsService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadSettings)]
    public async Task<IActionResult> Settings(CancellationToken cancel) => View(await service.PageAsync(cancel));

    [HttpPost("{group}")]
    [RequirePermission(Permission.ChangeSettings)]
    public async Task<IActionResult> Save(string group, string? stamp, CancellationToken cancel)
    {
        if (SettingsCatalogue.Groups.FirstOrDefault(g => g.Code == group) is not { } found || !Request.HasFormContentType)
            return NotFound();
        var form = Request.Form;
        // Past the model binding: shown again as they were typed all the same.
        foreach (var entry in found.Entries.Where(e => form.ContainsKey(e.Field)))
            ModelState.SetModelValue(entry.Field, form[entry.Field].ToString(), form[entry.Field].ToString());
        (Outcome Outcome, int Changed) saved;
        try
        {
            saved = await service.SaveAsync(found, e => form[e.Field].ToString(), stamp ?? "", cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            saved = (Outcome.WrongState("Người khác vừa đổi cài đặt. Chưa lưu gì; tải lại trang để xem rồi đổi lại."), 0);
        }

        if (saved.Outcome.Ok)
        {
            TempData["Notice"] = saved.Changed == 0 ? "Không có gì thay đổi." : $"Đã lưu {saved.Changed} cài đặt. Tiến trình khác của cổng nhận thay đổi trong vòng một phút.";
            return Redirect($"/settings#{found.Code}");
        }

        this.Refuse(saved.Outcome);
        return View("Settings", await service.PageAsync(cancel));
    }
}
