using System.Text.RegularExpressions;
using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>A new period from an earlier one: every value is shown with its origin, and counts once it is confirmed.</summary>
[Route("periods/new/from/{source}")]
[RequirePermission(Permission.ManagePeriods)]
public sealed partial class PeriodCopiesController(PeriodCopyQuery query, PeriodCopyService service, AppDbContext db) : Controller
{
    private const int MostReason = 300;

    [HttpGet("")]
    public async Task<IActionResult> Copy(string source, CancellationToken cancel) =>
        await query.FindAsync(source, cancel) is { } found ? View(await query.PageAsync(found, null, null, cancel)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Copy(string source, CopyForm form, CancellationToken cancel)
    {
        if (await query.FindAsync(source, cancel) is not { } found)
            return NotFound();
        var (offered, _) = await query.AgenciesAsync(found, cancel);
        var reasons = offered.ToDictionary(a => a.Id, a => PlainText.Clean(Request.Form[$"notRanked-{a.Id}"]) ?? "");
        var code = (form.Code ?? "").Trim().ToLowerInvariant();
        if (!Code().IsMatch(code) || code == "new")
            ModelState.AddModelError("code", "Mã gồm 1 đến 32 chữ thường không dấu, chữ số hoặc dấu gạch nối, ví dụ 2018.");
        var year = Whole("year", form.Year, 2000, 2100, "Nhập năm đánh giá từ 2000 đến 2100.", required: true);
        if (PlainText.Clean(form.Title) is not { Length: <= 200 })
            ModelState.AddModelError("title", "Nhập tên kỳ đánh giá, không quá 200 ký tự.");
        var from = Day("dataFrom", form.DataFrom, "Nhập ngày bắt đầu lấy số liệu.");
        var through = Day("dataThrough", form.DataThrough, "Nhập ngày kết thúc lấy số liệu.");
        var deadline = Day("deadlineDay", form.DeadlineDay, "Nhập hạn nộp phiếu.");
        var response = Day("plannedResponse", form.PlannedResponse, null);
        var days = $"Nhập số ngày làm việc từ 1 đến {Period.MostPlannedDays}, hoặc để trống.";
        var (returnDays, responseDays) = (Whole("returnDays", form.ReturnDays, 1, Period.MostPlannedDays, days), Whole("responseDays", form.ResponseDays, 1, Period.MostPlannedDays, days));
        var tolerance = NumberInput.Parse(form.Tolerance?.Trim().TrimEnd('%'), whole: false);
        var hundredths = tolerance is { Problem: null, IsEmpty: false } ? Rational.Parse(tolerance.Value!).ToPoints().Hundredths : 0;
        if (tolerance.Problem is not null || tolerance.IsEmpty || hundredths is < 0 or > 100_00)
            ModelState.AddModelError("tolerance", tolerance.Problem ?? "Nhập mức chênh lệch cho phép từ 0 đến 100 %.");
        foreach (var agency in offered.Where(a => reasons[a.Id].Length > MostReason))
            ModelState.AddModelError($"notRanked-{agency.Id}", $"Lý do không xếp hạng dài quá {MostReason} ký tự.");
        if (!ModelState.IsValid)
        {
            this.Refuse();
            return View(await query.PageAsync(found, form, reasons, cancel));
        }

        var plan = new PeriodPlan(
            PlainText.Clean(form.Title)!, form.CriteriaSet, from!.Value, through!.Value, form.DeadlineKind == "before" ? Deadline.Before(deadline!.Value) : Deadline.EndOf(deadline!.Value), form.Discloses == "true",
            [.. (form.Agencies ?? []).Distinct().Select(id => new PlannedAgency(id, reasons.GetValueOrDefault(id) is { Length: > 0 } reason ? reason : null))]);
        var (outcome, period) = await service.CreateAsync(
            found, code, year!.Value, plan, (returnDays, responseDays, response), (int)hundredths, form.Par == "true", form.Council == "true", (form.Assignments ?? []).OfType<string>().ToHashSet(), cancel);
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            this.Refuse(outcome, at => at == "deadline" ? "deadlineDay" : at);
            return View(await query.PageAsync(found, form, reasons, cancel));
        }

        TempData["Notice"] = $"Đã thêm kỳ {period!.Code} từ các giá trị đã xác nhận. Kỳ còn đang chuẩn bị; chạy thử và mở kỳ khi sẵn sàng.";
        return Redirect($"/periods/{period.Code}");
    }

    /// <param name="missing">Null: it may be left empty.</param>
    private DateOnly? Day(string name, string? typed, string? missing)
    {
        var day = DateInput.Parse(typed);
        if (day.Problem is null && !day.IsEmpty)
            return day.Value;
        if ((day.Problem ?? missing) is { } problem)
            ModelState.AddModelError(name, problem);
        return null;
    }

    private int? Whole(string name, string? typed, int least, int most, string problem, bool required = false)
    {
        var number = NumberInput.Parse(typed, whole: true);
        if (number is { Problem: null, IsEmpty: true } && !required)
            return null;
        if (number is { Problem: null, IsEmpty: false } && int.TryParse(number.Value, out var value) && value >= least && value <= most)
            return value;
        ModelState.AddModelError(name, number.Problem ?? problem);
        return null;
    }

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9]){0,31}$")]
    private static partial Regex Code();
}
