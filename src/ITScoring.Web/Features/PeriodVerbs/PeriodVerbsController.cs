using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.PeriodVerbs;

/// <summary>The manager's verbs: a page that says what will happen, then the act.</summary>
[Route("periods/{period}")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class PeriodVerbsController(PeriodService service, PeriodQuery query, ExplanationNotices notices, PeriodNotices opening, WorkingCalendar calendar, TimeProvider clock) : Controller
{
    private static readonly HashSet<string> Actions = ["open", "close", "send-preliminary", "propose"];

    [HttpGet("{verb:regex(^(open|close|send-preliminary|propose)$)}")]
    public async Task<IActionResult> Verb(string period, string verb, CancellationToken cancel) =>
        Actions.Contains(verb) && await service.FindAsync(period, cancel) is { } found ? View(await DescribeAsync(found, verb, cancel)) : NotFound();

    [HttpPost("{verb:regex(^(open|close|send-preliminary|propose)$)}")]
    public async Task<IActionResult> Act(string period, string verb, string? letterNumber, string? letterDate, string? letterAbstract, string? response, CancellationToken cancel)
    {
        if (!Actions.Contains(verb) || await service.FindAsync(period, cancel) is not { } found)
            return NotFound();
        var letter = LetterInput.Read(ModelState, letterNumber, letterDate, letterAbstract);
        var day = DateInput.Parse(response);
        if (verb == "send-preliminary" && (day.Problem is not null || day.IsEmpty))
            ModelState.AddModelError("response", day.Problem ?? "Nhập hạn nhận giải trình.");
        if (ModelState.IsValid)
        {
            var outcome = verb switch
            {
                "open" => await service.OpenAsync(found, letter, cancel),
                "close" => await service.CloseAsync(found, letter, cancel),
                "send-preliminary" => await service.SendPreliminaryAsync(found, Deadline.EndOf(day.Value), letter, cancel),
                _ => await service.ProposeAsync(found, letter, cancel),
            };
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Kỳ đánh giá chuyển sang trạng thái “{found.State.Name()}”.";
                return Redirect($"/periods/{found.Code}");
            }

            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return View("Verb", await DescribeAsync(found, verb, cancel));
    }

    [HttpGet("agencies/{agency}/extension")]
    public async Task<IActionResult> Extend(string period, string agency, CancellationToken cancel) =>
        await service.FindAsync(period, cancel) is { } found && found.FindAgency(agency) is { } part ? View(new ExtensionPage(found, part)) : NotFound();

    [HttpPost("agencies/{agency}/extension")]
    public async Task<IActionResult> Extend(string period, string agency, string? day, string? kind, string? reason, string? letterNumber, string? letterDate, string? letterAbstract, CancellationToken cancel)
    {
        if (await service.FindAsync(period, cancel) is not { } found || found.FindAgency(agency) is not { } part)
            return NotFound();
        var until = DateInput.Parse(day);
        if (until.Problem is not null || until.IsEmpty)
            ModelState.AddModelError("day", until.Problem ?? "Nhập hạn riêng của cơ quan.");
        var why = TextInput.Read(ModelState, "reason", reason);
        var document = LetterInput.Read(ModelState, letterNumber, letterDate, letterAbstract);
        if (ModelState.IsValid)
        {
            var outcome = await service.ExtendAsync(found, part.AgencyId, kind == "before" ? Deadline.Before(until.Value) : Deadline.EndOf(until.Value), why, document, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã gia hạn cho {part.Name} đến {part.ExtensionWording}.";
                return Redirect($"/periods/{found.Code}");
            }

            this.Refuse(outcome, at => at == "deadline" ? "day" : at);
        }
        else
        {
            this.Refuse();
        }

        return View(new ExtensionPage(found, part));
    }

    private async Task<VerbPage> DescribeAsync(Period period, string verb, CancellationToken cancel)
    {
        var page = await query.PageAsync(period, cancel);
        var late = page.Rows.Where(r => r.Submission is { IsSubmitted: false }).Select(r => r.Agency.Name).ToList();
        var unfinished = page.Rows.Where(r => r.Submission is { IsSubmitted: true, State: not SubmissionState.Verified }).Select(r => r.Agency.Name).ToList();
        return verb switch
        {
            "open" => new VerbPage(period, verb, "Mở kỳ đánh giá", "Mở kỳ đánh giá",
            [
                $"{period.Agencies.Count} cơ quan có phiếu khảo sát và bắt đầu kê khai; hạn nộp {period.DeadlineWording ?? "chưa nhập"}.",
                "Từ đây không đổi được bộ tiêu chí, thời gian lấy số liệu, hạn chung và danh sách cơ quan.",
                "Trang Hướng dẫn thực hiện của kỳ được công khai.",
            ], Messages: await OpeningAsync(period, cancel)),
            "close" => new VerbPage(period, verb, "Kết thúc thu phiếu", "Kết thúc thu phiếu",
            [
                $"Đã nộp {page.Submitted}/{page.Rows.Count} phiếu.{(late.Count > 0 ? $" Chưa nộp: {string.Join(", ", late)}." : "")}",
                "Phiếu nộp sau vẫn được nhận và ghi là nộp chậm.",
            ]),
            "send-preliminary" => new VerbPage(period, verb, "Gửi kết quả sơ bộ", "Gửi kết quả sơ bộ",
            [
                $"Kết quả sơ bộ của {page.Submitted} cơ quan được khóa thành bản ghi và gửi cho từng cơ quan.",
                unfinished.Count > 0 ? $"Chưa gửi được vì còn phiếu chưa thẩm tra xong: {string.Join(", ", unfinished)}." : "Mọi phiếu đã nộp đều đã thẩm tra.",
                late.Count > 0 ? $"Phiếu chưa nộp sẽ bị khóa, không chấm và không xếp hạng: {string.Join(", ", late)}." : "Không có cơ quan nào chưa nộp.",
            ], AsksResponseDeadline: true, await MessagesAsync(page, cancel))
            { Response = await ProposedAsync(period, cancel) },
            _ => new VerbPage(period, verb, "Trình UBND tỉnh", "Trình UBND tỉnh",
            [
                page.OpenExplanations > 0 ? $"Còn {page.OpenExplanations} giải trình chưa có kết luận." : "Mọi giải trình đã có kết luận.",
                "Kết quả sau giải trình được khóa thành bản ghi; lãnh đạo UBND tỉnh phê duyệt đúng bản ghi này.",
            ]),
        };
    }

    /// <summary>The planned day while it is to come, else the planned working days from today; null: neither was planned.</summary>
    private async Task<string?> ProposedAsync(Period period, CancellationToken cancel)
    {
        var today = clock.Today();
        if (period.PlannedResponseOn is { } planned && planned > today)
            return VietnamTime.Day(planned);
        return period.ResponseDays is { } days ? VietnamTime.Day((await calendar.GetAsync(cancel)).After(today, days)) : null;
    }

    private async Task<IReadOnlyList<VerbMessage>> OpeningAsync(Period period, CancellationToken cancel)
    {
        if (period.Deadline is null || period.Agencies.OrderBy(a => a.Order).FirstOrDefault() is not { } first)
            return [];
        var readers = await opening.ReadersAsync(period, cancel);
        var (title, body) = PeriodNotices.OpenedText(period, first, signs: true);
        return [new VerbMessage($"Gửi {period.Agencies.Sum(a => readers[a.AgencyId].Count())} người (đầu mối CNTT, thủ trưởng, cấp phó đang ký thay) của {period.Agencies.Count} cơ quan; ví dụ gửi thủ trưởng {first.Name}", title, body.Split('\n'))];
    }

    private async Task<IReadOnlyList<VerbMessage>> MessagesAsync(PeriodPage page, CancellationToken cancel)
    {
        var readers = await notices.PreliminaryReadersAsync(page.Period, cancel);
        var response = DateInput.Parse(Request.HasFormContentType ? Request.Form["response"].ToString() : null) is { IsEmpty: false, Problem: null } typed ? Deadline.EndOf(typed.Value).Wording : "hết ngày nhập ở dưới";
        return
        [
            .. page.Rows.GroupBy(r => r.Submission is { IsSubmitted: true }).OrderByDescending(g => g.Key).Select(g =>
            {
                var (title, body) = ExplanationNotices.PreliminaryText(page.Period, g.First().Agency, g.Key, response);
                return new VerbMessage($"Gửi {g.Sum(r => readers[r.Agency.AgencyId].Count())} người (đầu mối CNTT, thủ trưởng, cấp phó đang ký thay) của {g.Count()} cơ quan {(g.Key ? "đã nộp phiếu" : "không nộp phiếu")}; ví dụ gửi {g.First().Agency.Name}", title, body.Split('\n'));
            }),
        ];
    }
}
