using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>The citations and links that prove one answer.</summary>
[Route("submissions/{period}/{agency}/questions/{question}/evidence")]
public sealed class EvidenceItemsController(OwnForms forms, EvidenceService service, AppDbContext db, CurrentUser user) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Evidence(string period, string agency, string question, CancellationToken cancel) =>
        await FindAsync(period, agency, question, cancel) is var (form, q) ? View(await PageAsync(form, q, cancel)) : NotFound();

    [HttpPost("citation")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Cite(string period, string agency, string question, string? number, string? date, string? issuer, string? @abstract, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, question, cancel) is not var (form, q))
            return NotFound();
        var day = DateInput.Parse(date);
        if (day.Problem is not null)
            ModelState.AddModelError("date", day.Problem);
        (number, issuer, @abstract) = (Clean("number", number, 100), Clean("issuer", issuer, 300), Clean("abstract", @abstract, 1000));
        return ModelState.IsValid
            ? await AnswerAsync(form, q, await service.CiteAsync(form, q, number, day.IsEmpty ? null : day.Value, issuer, @abstract, cancel), "Đã thêm văn bản.", cancel)
            : await AgainAsync(form, q, cancel);
    }

    [HttpPost("link")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Link(string period, string agency, string question, string? url, string? title, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, question, cancel) is not var (form, q))
            return NotFound();
        (url, title) = (Clean("url", url, 1000), Clean("title", title, 300));
        return ModelState.IsValid
            ? await AnswerAsync(form, q, await service.LinkAsync(form, q, url, title, cancel), "Đã thêm đường dẫn.", cancel)
            : await AgainAsync(form, q, cancel);
    }

    [HttpPost("{id:int}/use")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Reuse(string period, string agency, string question, int id, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, question, cancel) is not var (form, q) || await service.ReuseAsync(form, q, id, cancel) is not { } outcome)
            return NotFound();
        return await AnswerAsync(form, q, outcome, "Đã dùng tài liệu cho câu này.", cancel);
    }

    [HttpPost("{id:int}/remove")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Remove(string period, string agency, string question, int id, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, question, cancel) is not var (form, q) || await service.RemoveAsync(form, q, id, cancel) is not { } outcome)
            return NotFound();
        return await AnswerAsync(form, q, outcome, "Đã gỡ tài liệu khỏi câu này.", cancel);
    }

    /// <summary>Text as it is to be stored; too long is said at its field. The limit is of what is stored: a browser sends line ends and marks as more.</summary>
    private string? Clean(string field, string? typed, int limit)
    {
        var text = PlainText.Clean(typed);
        if (text?.Length > limit)
            ModelState.AddModelError(field, $"Nội dung dài quá {Display.Of(limit)} ký tự. Rút gọn rồi lưu lại.");
        return text;
    }

    private async Task<IActionResult> AnswerAsync(OwnForm form, Question question, Outcome outcome, string done, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect($"{form.Path}/questions/{question.Code}/evidence");
        }

        return await AgainAsync(form, question, cancel, outcome);
    }

    private async Task<IActionResult> AgainAsync(OwnForm form, Question question, CancellationToken cancel, Outcome? refusal = null)
    {
        this.Refuse(refusal);
        return View("Evidence", await PageAsync(form, question, cancel));
    }

    private async Task<(OwnForm Form, Question Question)?> FindAsync(string period, string agency, string code, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return null;
        var question = form.Set.FindQuestion(code.ToUpperInvariant());
        return question is not { FilledBy: FilledBy.Agency } ? null : (form, question);
    }

    private async Task<EvidenceItemsPage> PageAsync(OwnForm form, Question question, CancellationToken cancel)
    {
        var all = await db.CurrentEvidenceAsync(form.Submission.Id, cancel);
        var answer = await db.Answers.AsNoTracking().FirstOrDefaultAsync(a => a.SubmissionId == form.Submission.Id && a.QuestionCode == question.Code, cancel);
        var own = all.Where(e => e.Uses.Any(u => u.QuestionCode == question.Code)).ToList();
        return new EvidenceItemsPage(form, question, AnswerText.Of(question, answer?.DeclaredJson), own, [.. all.Except(own)], form.Submission.MayAnswer(form.Period, user.Actor, question).Ok);
    }
}
