using System.Text.RegularExpressions;
using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Periods;

/// <summary>The list of periods, and planning one.</summary>
[Route("periods")]
[RequirePermission(Permission.ManagePeriods)]
public sealed partial class PeriodsController(AppDbContext db, PeriodService service, PeriodQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Periods(CancellationToken cancel) =>
        View(await db.Periods.AsNoTracking().Include(p => p.Agencies).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => View(await EarlierAsync(cancel));

    [HttpPost("new")]
    public async Task<IActionResult> New(string? code, string? year, string? title, CancellationToken cancel)
    {
        var key = (code ?? "").Trim().ToLowerInvariant();
        if (!Code().IsMatch(key) || key == "new")
            ModelState.AddModelError("code", "Mã gồm 1 đến 32 chữ thường không dấu, chữ số hoặc dấu gạch nối, ví dụ 2018.");
        var number = NumberInput.Parse(year, whole: true);
        var parsed = number is { Problem: null, IsEmpty: false } && int.TryParse(number.Value, out var y) && y is >= 2000 and <= 2100 ? y : 0;
        if (parsed == 0)
            ModelState.AddModelError("year", number.Problem ?? "Nhập năm đánh giá từ 2000 đến 2100.");
        if (PlainText.Clean(title) is not { } name || name.Length > 200)
            ModelState.AddModelError("title", "Nhập tên kỳ đánh giá, không quá 200 ký tự.");
        if (ModelState.IsValid)
        {
            var (outcome, period) = await service.CreateAsync(key, parsed, PlainText.Clean(title)!, cancel: cancel);
            if (outcome.Ok)
                return Redirect($"/periods/{period!.Code}/plan");
            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return View(await EarlierAsync(cancel));
    }

    [HttpGet("{period}")]
    public async Task<IActionResult> Period(string period, CancellationToken cancel) =>
        await service.FindAsync(period, cancel) is { } found ? View(await query.PageAsync(found, cancel)) : NotFound();

    [HttpGet("{period}/plan")]
    public async Task<IActionResult> Plan(string period, CancellationToken cancel) =>
        await service.FindAsync(period, cancel) is { } found ? View(await query.PlanAsync(found, null, cancel)) : NotFound();

    [HttpPost("{period}/plan")]
    public async Task<IActionResult> Plan(string period, PlanForm form, CancellationToken cancel)
    {
        if (await service.FindAsync(period, cancel) is not { } found)
            return NotFound();
        var from = Required("dataFrom", form.DataFrom, "Nhập ngày bắt đầu lấy số liệu.");
        var through = Required("dataThrough", form.DataThrough, "Nhập ngày kết thúc lấy số liệu.");
        var day = Required("deadlineDay", form.DeadlineDay, "Nhập hạn nộp phiếu.");
        if (PlainText.Clean(form.Title) is not { Length: <= 200 })
            ModelState.AddModelError("title", "Nhập tên kỳ đánh giá, không quá 200 ký tự.");
        var response = DateInput.Parse(form.PlannedResponse);
        if (response.Problem is not null)
            ModelState.AddModelError("plannedResponse", response.Problem);
        var (returnDays, responseDays) = (Days("returnDays", form.ReturnDays), Days("responseDays", form.ResponseDays));
        form.ReadNotRanked(Request.Form);
        var agencies = new List<PlannedAgency>();
        foreach (var id in form.Agencies ?? [])
        {
            var typed = form.NotRankedReasons.GetValueOrDefault(id);
            var reason = form.NotRanked.Contains(id) ? TextInput.Read(ModelState, $"notRankedReason-{id}", typed) : null;
            if (form.NotRanked.Contains(id) && PlainText.Clean(typed) is null)
                ModelState.AddModelError($"notRankedReason-{id}", "Nhập lý do không xếp hạng.");
            agencies.Add(new PlannedAgency(id, reason));
        }

        if (ModelState.IsValid)
        {
            var deadline = form.DeadlineKind == "before" ? Deadline.Before(day!.Value) : Deadline.EndOf(day!.Value);
            var outcome = await service.PlanAsync(found, new PeriodPlan(PlainText.Clean(form.Title)!, form.CriteriaSet, from!.Value, through!.Value, deadline, form.Discloses == "true", agencies)
            {
                ReturnDays = returnDays,
                ResponseDays = responseDays,
                PlannedResponseOn = response.IsEmpty ? null : response.Value,
            }, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã lưu. Hạn nộp: {deadline.Wording}, đến 23:59:59 ngày {deadline.Day:dd/MM/yyyy} (giờ Việt Nam).";
                return Redirect($"/periods/{found.Code}");
            }

            this.Refuse(outcome, at => at == "deadline" ? "deadlineDay" : at);
        }
        else
        {
            this.Refuse();
        }

        return await service.FindAsync(period, cancel) is { } again ? View(await query.PlanAsync(again, form, cancel)) : NotFound();
    }

    /// <summary>Periods from which a new one can start: those that have a plan.</summary>
    private Task<List<Period>> EarlierAsync(CancellationToken cancel) =>
        db.Periods.AsNoTracking().Where(p => p.CriteriaSetVersionId != null && p.DeadlineUtc != null).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel);

    private int? Days(string name, string? typed)
    {
        var number = NumberInput.Parse(typed, whole: true);
        if (number is { Problem: null, IsEmpty: true })
            return null;
        if (number.Problem is null && int.TryParse(number.Value, out var days) && days is >= 1 and <= Domain.Periods.Period.MostPlannedDays)
            return days;
        ModelState.AddModelError(name, number.Problem ?? $"Nhập số ngày làm việc từ 1 đến {Domain.Periods.Period.MostPlannedDays}, hoặc để trống.");
        return null;
    }

    private DateOnly? Required(string name, string? typed, string missing)
    {
        var day = DateInput.Parse(typed);
        if (day.Problem is not null || day.IsEmpty)
        {
            ModelState.AddModelError(name, day.Problem ?? missing);
            return null;
        }

        return day.Value;
    }

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9]){0,31}$")]
    private static partial Regex Code();
}
