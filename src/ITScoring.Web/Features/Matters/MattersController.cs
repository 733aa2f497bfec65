using System.Globalization;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Councils;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Matters;

/// <summary>One matter before the council at a time, and its decision.</summary>
[Route("councils/{period}/matters/{agency}/{criterion}")]
[RequirePermission(Permission.ManagePeriods)]
[FramesFiles]
public sealed class MattersController(ReviewForms forms, CouncilQuery query, CouncilService service, CriterionQuery criteria) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Matter(string period, string agency, string criterion, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, criterion, cancel) is var (form, found) ? View("Matter", await PageAsync(form, found, null, null, null, null, ("", "", ""), cancel)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Decide(
        string period, string agency, string criterion, int? session, string? reason, string? votesFor, string? votesAgainst, string? votesAbstaining, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, criterion, cancel) is not var (form, found))
            return NotFound();
        var typed = CriterionQuery.TypedOf(form, found, Request.Form);
        foreach (var (code, input) in typed.Where(t => t.Value.Problem is not null))
            ModelState.AddModelError(CriterionQuery.Prefix + code, $"{code}. {input.Problem}");
        var why = TextInput.Read(ModelState, "reason", reason);
        var votes = new CouncilVotes(Count("votesFor", votesFor), Count("votesAgainst", votesAgainst), Count("votesAbstaining", votesAbstaining));
        Outcome? outcome = null;
        if (ModelState.IsValid)
        {
            try
            {
                outcome = await service.DecideAsync(form, found, session, [.. typed.Where(t => t.Value.IsSent).Select(t => new ValueAdjustment(t.Key, t.Value.Json))], why, votes, cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                outcome = Outcome.WrongState("Phiếu hoặc tiêu chí này vừa được người khác thay đổi. Quyết định chưa được ghi; xem lại rồi lưu.");
            }

            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã ghi quyết định của Hội đồng về tiêu chí {found.Code} của {form.Agency.Name}.";
                var left = await query.OpenAsync(form.Period, cancel);
                return Redirect(left.Count == 0 ? $"/councils/{form.Period.Code}" : PathOf(form.Period.Code, left[0]));
            }
        }

        if (outcome is { Refusal: RefusalKind.NotAllowed })
            return NotFound();
        forms.Forget();
        if (await forms.FindAsync(period, agency, criterion, cancel) is not var (now, again))
            return NotFound();
        this.Refuse(outcome, at => at is "reason" or "session" ? at : at == "votes" ? "votesFor" : CriterionQuery.Prefix + at);
        var atFields = outcome?.Details.Where(d => d.At is not null and not ("reason" or "session" or "votes")).GroupBy(d => d.At!).ToDictionary(g => g.Key, g => g.First().Text);
        return View("Matter", await PageAsync(now, again, typed, reason, atFields, session, (votesFor ?? "", votesAgainst ?? "", votesAbstaining ?? ""), cancel));
    }

    private static string PathOf(string period, CouncilMatter matter) => $"/councils/{period}/matters/{matter.Agency.Code.ToLowerInvariant()}/{matter.Criterion.Code}";

    private int Count(string name, string? typed)
    {
        var number = NumberInput.Parse(typed, whole: true);
        if (number.Problem is not null)
            ModelState.AddModelError(name, number.Problem);
        else if (!number.IsEmpty && int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            return count;
        return 0;
    }

    private async Task<MatterPage> PageAsync(
        ReviewForm form, Criterion criterion, IReadOnlyDictionary<string, AnswerInput>? typed, string? reason, IReadOnlyDictionary<string, string>? problems, int? session,
        (string For, string Against, string Abstaining) votes, CancellationToken cancel)
    {
        var sessions = (await service.FindAsync(form.Period, cancel))?.Sessions.OrderByDescending(s => s.Number).ToList() ?? [];
        var open = (await query.OpenAsync(form.Period, cancel)).ToList();
        var at = open.FindIndex(m => m.Agency.AgencyId == form.Agency.AgencyId && m.Criterion == criterion);
        return new MatterPage(
            await criteria.MatterAsync(form, criterion, typed, problems, cancel),
            sessions,
            session ?? sessions.FirstOrDefault()?.Id,
            reason ?? "",
            votes,
            at + 1,
            open.Count,
            at > 0 ? PathOf(form.Period.Code, open[at - 1]) : null,
            at >= 0 && at + 1 < open.Count ? PathOf(form.Period.Code, open[at + 1]) : null);
    }
}
