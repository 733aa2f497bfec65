using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Approvals;

/// <summary>The proposed, approved or published result, from its frozen record.</summary>
[Route("approvals")]
public sealed class ApprovalsController(AppDbContext db, PeriodService periods, ApprovalService service, CurrentUser user) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadApprovedResults)]
    public async Task<IActionResult> Approvals(CancellationToken cancel) =>
        View((await db.Periods.AsNoTracking().OrderByDescending(p => p.Year).ToListAsync(cancel)).Where(Sees).ToList());

    [HttpGet("{period}")]
    [RequirePermission(Permission.ReadApprovedResults)]
    public async Task<IActionResult> Approval(string period, CancellationToken cancel) =>
        await FindAsync(period, cancel) is { } found ? View(await PageAsync(found, cancel)) : NotFound();

    [HttpPost("{period}/hand-back")]
    [RequirePermission(Permission.Approve)]
    public async Task<IActionResult> HandBack(string period, string? reason, CancellationToken cancel)
    {
        if (await FindAsync(period, cancel) is not { } found)
            return NotFound();
        var why = TextInput.Read(ModelState, "reason", reason);
        return ModelState.IsValid
            ? await AnswerAsync(found, await service.HandBackAsync(found, why, cancel: cancel), "Đã chuyển lại để thẩm tra thêm.", "/home", cancel)
            : await AgainAsync(found, cancel);
    }

    [HttpPost("{period}/approve")]
    [RequirePermission(Permission.Approve)]
    public async Task<IActionResult> Approve(string period, string? number, string? date, string? @abstract, string? record, CancellationToken cancel)
    {
        if (await FindAsync(period, cancel) is not { } found)
            return NotFound();
        var day = DateInput.Parse(date);
        if (PlainText.Clean(number) is not { Length: <= 100 })
            ModelState.AddModelError("number", "Nhập số quyết định phê duyệt, không quá 100 ký tự.");
        if (day.Problem is not null || day.IsEmpty)
            ModelState.AddModelError("date", day.Problem ?? "Nhập ngày quyết định.");
        var summary = TextInput.Read(ModelState, "abstract", @abstract);
        if (!ModelState.IsValid)
            return await AgainAsync(found, cancel);
        var outcome = await service.ApproveAsync(found, new DocumentReference(PlainText.Clean(number)!, day.Value, summary), record ?? "", cancel);
        return await AnswerAsync(found, outcome, "Đã phê duyệt. Kết quả chưa công khai cho đến khi công bố.", $"/approvals/{found.Code}", cancel);
    }

    [HttpPost("{period}/publish")]
    [RequirePermission(Permission.Approve)]
    public async Task<IActionResult> Publish(string period, string? record, CancellationToken cancel) =>
        await FindAsync(period, cancel) is { } found
            ? await AnswerAsync(found, await service.PublishAsync(found, record ?? "", cancel), "Đã công bố kết quả.", $"/results/{found.Code}", cancel)
            : NotFound();

    /// <summary>Leaders see what is proposed or later, observers what is approved, managers what they have sent themselves.</summary>
    private bool Sees(Period period) => period.State >= (user.Can(Permission.ManagePeriods) ? PeriodState.Preliminary : user.Can(Permission.ReadProposals) ? PeriodState.Proposed : PeriodState.Approved);

    private async Task<Period?> FindAsync(string code, CancellationToken cancel) => await periods.FindAsync(code, cancel) is { } found && Sees(found) ? found : null;

    private async Task<IActionResult> AnswerAsync(Period period, Outcome outcome, string done, string next, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect(next);
        }

        return await AgainAsync(period, cancel, outcome);
    }

    private async Task<IActionResult> AgainAsync(Period period, CancellationToken cancel, Outcome? refusal = null)
    {
        this.Refuse(refusal);
        return View("Approval", await PageAsync(period, cancel));
    }

    private async Task<ApprovalPage> PageAsync(Period period, CancellationToken cancel)
    {
        var stored = await db.FrozenRecords.AsNoTracking().Where(r => r.PeriodId == period.Id && (period.ProposedSha256 == null || r.PublicSha256 == period.ProposedSha256)).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        if (stored is null)
            return new ApprovalPage(period, null, "", [], default, null, null);
        var record = RecordJson.ReadPublic(stored.PublicJson);
        var inside = RecordJson.ReadInternal(stored.InternalJson).Agencies.ToDictionary(a => a.Code);
        var explanations = inside.Values.SelectMany(a => a.Explanations).ToList();
        var scores = record.Agencies.Where(a => a.Rank is not null).Select(a => Points.Parse(a.RankingScore!)).ToList();
        return new ApprovalPage(
            period,
            record,
            stored.PublicSha256,
            [.. record.Agencies.OrderBy(a => a.Block, StringComparer.Ordinal).ThenBy(a => a.Rank ?? int.MaxValue).Select(a => (a, Parse(inside[a.Code].SelfTotal), Parse(inside[a.Code].VerifiedTotal), Parse(inside[a.Code].FinalTotal)))],
            (explanations.Count, explanations.Count(e => e.State == "Accepted"), explanations.Count(e => e.State == "Declined")),
            ResultStatistics.Mean(scores),
            ResultStatistics.Median(scores));

        static Points? Parse(string? text) => text is null ? null : Points.Parse(text);
    }
}
