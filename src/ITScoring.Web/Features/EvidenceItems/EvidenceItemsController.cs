using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>The documents that prove one answer: citations, links, and what is done with all kinds.</summary>
[Route("submissions/{period}/{agency}/questions/{question}/evidence")]
[FramesFiles]
public sealed class EvidenceItemsController(EvidenceItemsQuery query, EvidenceService service) : Controller
{
    /// <param name="replace">Id of the document that is to be replaced by the one that is added next.</param>
    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Evidence(string period, string agency, string question, int? replace, CancellationToken cancel) =>
        await query.FindAsync(period, agency, question, cancel) is var (form, q) ? View(await query.PageAsync(form, q, cancel, replace)) : NotFound();

    [HttpPost("citation")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Cite(
        string period, string agency, string question, string? number, string? date, string? issuer, string? @abstract, string? part, int? replaces, CancellationToken cancel)
    {
        if (await query.FindAsync(period, agency, question, cancel) is not var (form, q))
            return NotFound();
        var day = DateInput.Parse(date);
        if (day.Problem is not null)
            ModelState.AddModelError("date", day.Problem);
        (number, issuer, @abstract) = (Clean("number", number, 100), Clean("issuer", issuer, 300), Clean("abstract", @abstract, 1000));
        return ModelState.IsValid
            ? await AnswerAsync(form, q, await service.CiteAsync(form, q, number, day.IsEmpty ? null : day.Value, issuer, @abstract, new Placing(part, replaces), cancel), "Đã thêm văn bản.", cancel, replaces)
            : await AgainAsync(form, q, cancel, replaces: replaces);
    }

    [HttpPost("link")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Link(string period, string agency, string question, string? url, string? title, string? part, int? replaces, CancellationToken cancel)
    {
        if (await query.FindAsync(period, agency, question, cancel) is not var (form, q))
            return NotFound();
        (url, title) = (Clean("url", url, 1000), Clean("title", title, 300));
        return ModelState.IsValid
            ? await AnswerAsync(form, q, await service.LinkAsync(form, q, url, title, new Placing(part, replaces), cancel), "Đã thêm đường dẫn.", cancel, replaces)
            : await AgainAsync(form, q, cancel, replaces: replaces);
    }

    [HttpPost("{id:int}/use")]
    [RequirePermission(Permission.FillForm)]
    public Task<IActionResult> Reuse(string period, string agency, string question, int id, CancellationToken cancel) =>
        ChangeAsync(period, agency, question, (form, q) => service.ReuseAsync(form, q, id, cancel: cancel), "Đã dùng tài liệu cho câu này.", cancel);

    /// <param name="name">The title; blank: the file's own name, the address itself.</param>
    /// <param name="parts">Codes of options or numbers of rows; none: the whole answer.</param>
    [HttpPost("{id:int}/edit")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Edit(string period, string agency, string question, int id, string? name, string[]? parts, CancellationToken cancel)
    {
        name = Clean(EvidenceItemsPage.NameField(id), name, 300);
        if (!ModelState.IsValid)
            ModelState.SetModelValue(EvidenceItemsPage.NameField(id), name, name);
        return ModelState.IsValid
            ? await ChangeAsync(period, agency, question, (form, q) => service.EditAsync(form, q, id, name, parts ?? [], cancel), "Đã lưu thay đổi của tài liệu.", cancel)
            : await query.FindAsync(period, agency, question, cancel) is var (form, q) ? await AgainAsync(form, q, cancel) : NotFound();
    }

    [HttpPost("{id:int}/up")]
    [RequirePermission(Permission.FillForm)]
    public Task<IActionResult> Up(string period, string agency, string question, int id, CancellationToken cancel) =>
        ChangeAsync(period, agency, question, (form, q) => service.MoveAsync(form, q, id, up: true, cancel), "Đã chuyển tài liệu lên trên.", cancel);

    [HttpPost("{id:int}/down")]
    [RequirePermission(Permission.FillForm)]
    public Task<IActionResult> Down(string period, string agency, string question, int id, CancellationToken cancel) =>
        ChangeAsync(period, agency, question, (form, q) => service.MoveAsync(form, q, id, up: false, cancel), "Đã chuyển tài liệu xuống dưới.", cancel);

    [HttpPost("{id:int}/remove")]
    [RequirePermission(Permission.FillForm)]
    public Task<IActionResult> Remove(string period, string agency, string question, int id, CancellationToken cancel) =>
        ChangeAsync(period, agency, question, (form, q) => service.RemoveAsync(form, q, id, cancel), "Đã gỡ tài liệu khỏi câu này.", cancel);

    private async Task<IActionResult> ChangeAsync(
        string period, string agency, string question, Func<OwnForm, Question, Task<Outcome?>> change, string done, CancellationToken cancel) =>
        await query.FindAsync(period, agency, question, cancel) is var (form, q) && await change(form, q) is { } outcome ? await AnswerAsync(form, q, outcome, done, cancel) : NotFound();

    /// <summary>Text as it is to be stored; too long is said at its field. The limit is of what is stored: a browser sends line ends and marks as more.</summary>
    private string? Clean(string field, string? typed, int limit)
    {
        var text = PlainText.Clean(typed);
        if (text?.Length > limit)
            ModelState.AddModelError(field, $"Nội dung dài quá {Display.Of(limit)} ký tự. Rút gọn rồi lưu lại.");
        return text;
    }

    private async Task<IActionResult> AnswerAsync(OwnForm form, Question question, Outcome outcome, string done, CancellationToken cancel, int? replaces = null)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = replaces is null ? done : "Đã thay tài liệu; bản trước được giữ trong lịch sử.";
            return Redirect($"{form.Path}/questions/{question.Code}/evidence");
        }

        return await AgainAsync(form, question, cancel, outcome, replaces);
    }

    private async Task<IActionResult> AgainAsync(OwnForm form, Question question, CancellationToken cancel, Outcome? refusal = null, int? replaces = null)
    {
        // Several controls choose a part; none of them is the one that was meant.
        this.Refuse(refusal, at => at is "part" or "parts" ? "" : at);
        return View("Evidence", await query.PageAsync(form, question, cancel, replaces));
    }
}
