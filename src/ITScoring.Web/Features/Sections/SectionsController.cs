using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Sections;

/// <summary>One section of the form a page.</summary>
[Route("submissions/{period}/{agency}/sections/{section}")]
public sealed class SectionsController(OwnForms forms, SectionQuery query, SectionService service, LastYearService lastYear) : Controller
{
    /// <summary>Buttons that take last period's value or documents over, before the question's code.</summary>
    private const string KeepValue = "keep:";
    private const string KeepEvidence = "keep-evidence:";

    /// <summary>Button that saves and leads to the documents of a question, before its code.</summary>
    private const string ToEvidence = "evidence:";

    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Section(string period, string agency, string section, string? rows, CancellationToken cancel)
    {
        if (await forms.ReadAsync(period, agency, cancel) is not { } form || SectionOf(form, section) is not { } found)
            return NotFound();
        return View(await query.PageAsync(form, found, moreRowsOf: rows, cancel: cancel));
    }

    [HttpPost("")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Save(string period, string agency, string section, string? addRows, string? go, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(period, agency, section, cancel) is not (var form, var found))
                return NotFound();
            var posted = Posted(form.Set, found, Request.Form);
            if (CodeIn(go, KeepValue) is { } kept && posted.TryGetValue(kept, out var typed) && await lastYear.ValueAsync(form, typed, cancel) is { } last)
                posted[kept] = last;
            try
            {
                var save = await service.SaveAsync(form, [.. posted.Values], cancel);
                return save.Refusal.Ok
                    ? await SavedAsync(form, found, posted, save, addRows, go, cancel)
                    : await RacedAsync(period, agency, section, posted, cancel, save.Refusal.Problems[0]);
            }
            catch (DbUpdateConcurrencyException) when (attempt < SectionService.Attempts)
            {
                // What somebody saved between our reading and our writing is read like anything that was there before.
                forms.Forget();
            }
            catch (DbUpdateConcurrencyException)
            {
                return await RacedAsync(period, agency, section, posted, cancel);
            }
            catch (Exception problem) when (StorageFailure.Is(problem))
            {
                return await KeptAsync(period, agency, section, posted, SectionService.NotWritten, StatusCodes.Status503ServiceUnavailable, cancel);
            }
        }
    }

    private async Task<IActionResult> SavedAsync(
        OwnForm form, Section found, Dictionary<string, PostedAnswer> posted, SectionSave save, string? addRows, string? go, CancellationToken cancel)
    {
        if (!save.IsComplete)
        {
            foreach (var (code, problem) in save.Problems)
                ModelState.AddModelError(code, $"{code}. {problem}");
            foreach (var code in save.Conflicts.Keys)
                ModelState.AddModelError(code, $"{code}. Có hai giá trị, cần chọn một");
            Response.StatusCode = save.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            var kept = save.Saved.Count > 0 ? $"Đã lưu {save.Saved.Count} câu: {string.Join(", ", save.Saved)}. Các câu dưới đây chưa lưu được." : null;
            return View("Section", await query.PageAsync(form, found, posted, save, addRows, kept, cancel));
        }

        if (CodeIn(go, KeepEvidence) is { } proves && form.Set.FindQuestion(proves) is { } claim)
        {
            var (taken, left, outcome) = await lastYear.TakeEvidenceAsync(form, claim, cancel);
            TempData["Notice"] = (!outcome.Ok ? outcome.Problems[0] : taken > 0 ? $"Đã dùng lại {taken} tài liệu kỳ trước cho câu {claim.Code}." : left > 0 ? "" : $"Tài liệu kỳ trước đã có ở câu {claim.Code}.")
                + (left > 0 ? $" {left} tệp của cơ quan trước khi sắp xếp không dùng lại được; tải các tệp đó lên ở trang tài liệu của câu {claim.Code}." : "");
            return Redirect($"{form.Path}/sections/{found.Code}#{claim.Code.ToLowerInvariant()}");
        }

        var toEvidence = CodeIn(go, ToEvidence) is not null;
        if (save.Saved.Count > 0)
            TempData["Notice"] = $"Đã lưu {save.Saved.Count} câu trả lời.";
        else if (addRows is null && !toEvidence)
            TempData["Notice"] = "Mọi câu trả lời của phần đã được lưu.";
        return addRows is not null && form.Set.FindQuestion(addRows) is { } q
            ? Redirect($"{form.Path}/sections/{found.Code}?rows={q.Code}#{q.Code.ToLowerInvariant()}")
            : Redirect(go switch
            {
                "next" when Neighbour(form.Set, found, 1) is { } next => $"{form.Path}/sections/{next.Code}",
                "next" => $"{form.Path}/check",
                "list" => form.Path,
                _ when CodeIn(go, ToEvidence) is { } shown && form.Set.FindQuestion(shown) is { } proved =>
                    $"{form.Path}/questions/{proved.Code}/evidence",
                _ => $"{form.Path}/sections/{found.Code}" + (CodeIn(go, KeepValue) is { } kept ? "#" + Uri.EscapeDataString(kept.ToLowerInvariant()) : ""),
            });
    }

    private async Task<(OwnForm Form, Section Section)?> FindAsync(string period, string agency, string code, CancellationToken cancel)
    {
        if (await forms.ForAnswersAsync(period, agency, cancel) is not { } form)
            return null;
        return SectionOf(form, code) is { } section ? (form, section) : null;
    }

    private static Section? SectionOf(OwnForm form, string code) =>
        form.Set.Sections.FirstOrDefault(s => string.Equals(s.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The form moved on while somebody typed.</summary>
    private Task<IActionResult> RacedAsync(string period, string agency, string section, Dictionary<string, PostedAnswer> posted, CancellationToken cancel, string? why = null) =>
        KeptAsync(
            period,
            agency,
            section,
            posted,
            (why ?? "Phiếu hoặc câu trả lời vừa được người khác thay đổi.") + " Lần lưu này chưa được ghi; nội dung anh/chị đã nhập được giữ lại dưới đây.",
            StatusCodes.Status409Conflict,
            cancel);

    /// <summary>Nothing was stored: everything typed is shown again.</summary>
    private async Task<IActionResult> KeptAsync(
        string period, string agency, string section, Dictionary<string, PostedAnswer> posted, string notice, int status, CancellationToken cancel)
    {
        forms.Forget();
        if (await FindAsync(period, agency, section, cancel) is not (var form, var found))
            return NotFound();
        var typed = posted.Values.Where(p => p.IsTouched).ToList();
        var save = new SectionSave();
        foreach (var p in typed)
        {
            save.Problems[p.Question.Code] = p.Problem ?? "Chưa lưu: " + AnswerText.Of(p.Question, p.Input.Json);
            ModelState.AddModelError(p.Question.Code, $"{p.Question.Code}. {save.Problems[p.Question.Code]}");
        }

        Response.StatusCode = status;
        return View("Section", await query.PageAsync(form, found, posted, save, null, notice, cancel));
    }

    private static Dictionary<string, PostedAnswer> Posted(CriteriaSet set, Section section, IFormCollection form) =>
        set.QuestionsIn(section.Code).Select(q => PostedAnswer.Read(q, form)).OfType<PostedAnswer>().ToDictionary(p => p.Question.Code);

    /// <summary>The question that a button speaks of; null: it is another button.</summary>
    private static string? CodeIn(string? go, string button) => go?.StartsWith(button, StringComparison.Ordinal) == true ? go[button.Length..] : null;

    private static Section? Neighbour(CriteriaSet set, Section section, int step)
    {
        var at = set.Sections.Select(s => s.Code).ToList().IndexOf(section.Code) + step;
        return at >= 0 && at < set.Sections.Count ? set.Sections[at] : null;
    }
}
