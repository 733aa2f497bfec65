using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Holidays;

/// <summary>Days off besides Saturdays and Sundays; lateness is counted in working days.</summary>
[Route("holidays")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class HolidaysController(AppDbContext db, AuditLog audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Holidays(CancellationToken cancel) => View(await AllAsync(cancel));

    [HttpPost("")]
    public async Task<IActionResult> Add(string? day, string? name, CancellationToken cancel)
    {
        var parsed = DateInput.Parse(day);
        if (parsed.Problem is not null || parsed.IsEmpty)
            ModelState.AddModelError("day", parsed.Problem ?? "Nhập ngày nghỉ.");
        else if (await db.Holidays.AnyAsync(h => h.Day == parsed.Value, cancel))
            ModelState.AddModelError("day", $"Ngày {VietnamTime.Day(parsed.Value)} đã có trong danh sách.");
        if (PlainText.Clean(name) is not { } text || text.Length > 200)
            ModelState.AddModelError("name", "Nhập tên ngày nghỉ, không quá 200 ký tự.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Holidays", await AllAsync(cancel));
        }

        db.Holidays.Add(new Holiday(parsed.Value, PlainText.Clean(name)!));
        audit.Record("holiday.add", VietnamTime.Day(parsed.Value), null, PlainText.Clean(name));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Đã thêm ngày nghỉ {VietnamTime.Day(parsed.Value)}.";
        return Redirect("/holidays");
    }

    [HttpPost("{day}/remove")]
    public async Task<IActionResult> Remove(string day, CancellationToken cancel)
    {
        var parsed = DateInput.Parse(day);
        if (parsed.IsEmpty || parsed.Problem is not null || await db.Holidays.FirstOrDefaultAsync(h => h.Day == parsed.Value, cancel) is not { } holiday)
            return NotFound();
        db.Holidays.Remove(holiday);
        audit.Record("holiday.remove", VietnamTime.Day(holiday.Day), holiday.Name, null);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Đã bỏ ngày nghỉ {VietnamTime.Day(holiday.Day)}.";
        return Redirect("/holidays");
    }

    private Task<List<Holiday>> AllAsync(CancellationToken cancel) => db.Holidays.AsNoTracking().OrderByDescending(h => h.Day).ToListAsync(cancel);
}
