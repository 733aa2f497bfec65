using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Explanations;

/// <summary>Kết quả sơ bộ và giải trình, for the agency.</summary>
[Route("explanations/{period}/{agency}")]
public sealed class ExplanationsController(
    OwnForms forms, ExplanationQuery query, ExplanationService service, PreliminaryResults preliminary, IOptions<PortalOptions> portal, AppDbContext db) : Controller
{
    public const string Prefix = "claim-";

    private const int MaxText = 4000;

    [HttpGet("")]
    [FramesFiles]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Explanations(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, cancel)) : NotFound();

    [HttpGet("criteria/{criterion}")]
    [RequirePermission(Permission.Explain)]
    public async Task<IActionResult> Explain(string period, string agency, string criterion, CancellationToken cancel) =>
        await FindAsync(period, agency, criterion, cancel) is var (form, row) ? View(await FormAsync(form, row, null, null, null, cancel)) : NotFound();

    /// <param name="seen">The draft that the page showed; the page is shown again, with what was typed, when somebody was faster.</param>
    [HttpPost("criteria/{criterion}")]
    [RequirePermission(Permission.Explain)]
    public async Task<IActionResult> Explain(string period, string agency, string criterion, string? text, string[]? contested, string? seen, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, criterion, cancel) is not var (form, row))
            return NotFound();
        var chosen = (contested ?? []).ToHashSet();
        var typed = Contestable(form.Set, row.Criterion).ToDictionary(q => q.Code, q => AnswerInput.Read(q, Request.Form, Prefix));
        foreach (var (code, input) in typed.Where(t => chosen.Contains(t.Key) && t.Value.Problem is not null))
            ModelState.AddModelError(Prefix + code, $"{code}. {input.Problem}");
        if (PlainText.Clean(text)?.Length > MaxText)
            ModelState.AddModelError("text", $"Nội dung dài quá {Display.Of(MaxText)} ký tự. Rút gọn rồi lưu lại.");
        if (ModelState.IsValid)
        {
            try
            {
                var outcome = await service.WriteAsync(form, row.Criterion, text, [.. chosen.Where(typed.ContainsKey).Select(c => new ContestedValue(c, typed[c].Json))], seen, cancel);
                if (outcome.Ok)
                {
                    TempData["Notice"] = $"Đã lưu giải trình tiêu chí {row.Criterion.Code}, chờ thủ trưởng xác nhận.";
                    return Redirect($"{PathOf(form)}#{row.Criterion.Code}");
                }

                this.Refuse(outcome);
            }
            catch (DbUpdateConcurrencyException)
            {
                forms.Forget();
                if (await FindAsync(period, agency, criterion, cancel) is not var (stored, again))
                    return NotFound();
                (form, row) = (stored, again);
                ModelState.AddModelError("", $"Giải trình tiêu chí {row.Criterion.Code} vừa được người khác viết hoặc thay đổi, xem bản đã lưu ở dưới. Nội dung anh/chị nhập chưa được ghi và còn nguyên trong các ô; xem lại rồi lưu.");
                Response.StatusCode = StatusCodes.Status409Conflict;
            }
        }
        else
        {
            this.Refuse();
        }

        return View(await FormAsync(form, row, text, chosen, typed, cancel));
    }

    [HttpPost("{id:int}/confirm")]
    [FramesFiles]
    [RequirePermission(Permission.SignOff)]
    public Task<IActionResult> Confirm(string period, string agency, int id, CancellationToken cancel) => ConfirmAsync(period, agency, [id], cancel);

    /// <summary>Confirms several drafts at once, all or none.</summary>
    [HttpPost("confirm")]
    [FramesFiles]
    [RequirePermission(Permission.SignOff)]
    public Task<IActionResult> ConfirmChosen(string period, string agency, int[]? ids, CancellationToken cancel) => ConfirmAsync(period, agency, ids ?? [], cancel);

    /// <summary>Phiếu kết quả sơ bộ, from the record that was frozen when it was sent.</summary>
    [HttpGet("preliminary.pdf")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Preliminary(string period, string agency, CancellationToken cancel) =>
        await forms.ReadAsync(period, agency, cancel) is { } form && await preliminary.FindAsync(form, cancel) is { } result
            ? File(PreliminaryDocument.Write(result, portal.Value), "application/pdf", $"ket-qua-so-bo-{form.Period.Code}-{form.Agency.Code.ToLowerInvariant()}.pdf")
            : NotFound();

    private async Task<IActionResult> ConfirmAsync(string period, string agency, int[] ids, CancellationToken cancel)
    {
        // A number that cannot be read names no explanation.
        if (!ModelState.IsValid || await forms.FindAsync(period, agency, cancel) is not { } form || await service.ConfirmAsync(form, ids, cancel) is not { } outcome)
            return NotFound();
        if (outcome.Ok)
        {
            TempData["Notice"] = ids.Length == 1 ? "Đã xác nhận giải trình." : $"Đã xác nhận {ids.Distinct().Count()} giải trình.";
            return Redirect(PathOf(form));
        }

        // Several boxes choose; none of them is the one that is meant.
        this.Refuse(outcome, at => at == "ids" ? "" : at);
        forms.Forget();
        return await forms.FindAsync(period, agency, cancel) is { } stored ? View("Explanations", await query.PageAsync(stored, cancel)) : NotFound();
    }

    private static string PathOf(OwnForm form) => $"/explanations/{form.Period.Code}/{form.Agency.Code.ToLowerInvariant()}";

    private static IEnumerable<Question> Contestable(CriteriaSet set, Criterion criterion) => set.QuestionsOf(criterion).Where(q => q.FilledBy != FilledBy.System);

    private async Task<(OwnForm Form, ExplanationRow Row)?> FindAsync(string period, string agency, string code, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return null;
        var page = await query.PageAsync(form, cancel);
        var row = page.Groups.SelectMany(g => g.Rows).FirstOrDefault(r => r.Criterion == form.Set.CriterionAt(code));
        return row is null ? null : (form, row);
    }

    private async Task<ExplanationForm> FormAsync(
        OwnForm form, ExplanationRow row, string? text, IReadOnlySet<string>? chosen, IReadOnlyDictionary<string, AnswerInput>? typed, CancellationToken cancel)
    {
        var draft = row.Explanations.LastOrDefault(e => e.State == ExplanationState.Drafted);
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == form.Submission.Id).ToDictionaryAsync(a => a.QuestionCode, cancel);
        // Nobody should begin what can no longer be handed in; what was typed meanwhile is not taken away.
        var refusal = typed is null && await service.MayWriteAsync(form, row.Criterion, cancel) is { Ok: false } refused ? refused.Problems[0] : null;
        return new ExplanationForm(form, row, draft, text ?? draft?.Text ?? "", refusal,
        [
            .. Contestable(form.Set, row.Criterion).Select(q =>
            {
                var answer = answers.GetValueOrDefault(q.Code);
                var claim = draft?.Contested.FirstOrDefault(c => c.QuestionCode == q.Code);
                var ticked = chosen?.Contains(q.Code) ?? claim is not null || (draft is null && answer is { IsAdjusted: true });
                // What the agency claims is, unless it says otherwise, what it declared.
                var json = claim is not null ? claim.ClaimedJson : q.FilledBy == FilledBy.Agency ? answer?.DeclaredJson : answer?.ValueAt(AnswerStage.Verified);
                var id = (Prefix + q.Code).ToLowerInvariant();
                var input = typed?.GetValueOrDefault(q.Code);
                var field = input is { IsSent: true }
                    ? QuestionField.Typed(q, input, Prefix, ticked && input.Problem is not null, ticked && input.Problem is not null ? id + "-f" : null, id + "-t")
                    : QuestionField.Of(q, AnswerText.Value(q, json), Prefix, labelledBy: id + "-t");
                return (q, AnswerText.Of(q, answer?.DeclaredJson), AnswerText.Of(q, answer?.ValueAt(AnswerStage.Verified)), ticked, field, ticked ? input?.Problem : null);
            }),
        ]);
    }
}
