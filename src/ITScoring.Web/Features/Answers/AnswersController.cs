using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Presence;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Answers;

/// <summary>Saves one answer while somebody types; the section page's own form does the same for all of them.</summary>
[Route("submissions/{period}/{agency}/questions/{question}/answer")]
public sealed class AnswersController(OwnForms forms, SectionService service, OthersValues others, PresenceBoard presence, CurrentUser user, TimeProvider clock) : Controller
{
    [HttpPost("")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Save(string period, string agency, string question, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await forms.ForAnswersAsync(period, agency, cancel) is not { } form
                || form.Set.FindQuestion(question.ToUpperInvariant()) is not { FilledBy: FilledBy.Agency } found)
                return NotFound();
            if (PostedAnswer.Read(found, Request.Form) is not { } posted)
                return Reply(StatusCodes.Status422UnprocessableEntity, new AnswerReply("invalid", Text: "Trang gửi thiếu nội dung của câu này. Tải lại trang rồi nhập lại."));
            try
            {
                return await AnswerAsync(form, posted, await service.SaveAsync(form, [posted], cancel), cancel);
            }
            catch (DbUpdateConcurrencyException) when (attempt < SectionService.Attempts)
            {
                forms.Forget();
            }
            catch (DbUpdateConcurrencyException)
            {
                return Reply(StatusCodes.Status503ServiceUnavailable, new AnswerReply("failed", Text: "Nhiều người đang lưu câu này cùng lúc."));
            }
            catch (Exception problem) when (StorageFailure.Is(problem))
            {
                return Reply(StatusCodes.Status503ServiceUnavailable, new AnswerReply("failed", Text: SectionService.NotWritten));
            }
        }
    }

    private async Task<IActionResult> AnswerAsync(OwnForm form, PostedAnswer posted, SectionSave save, CancellationToken cancel)
    {
        var code = posted.Question.Code;
        if (!save.Refusal.Ok)
            return Reply(Refusals.StatusOf(save.Refusal), new AnswerReply("refused", Text: save.Refusal.Problems[0]));
        var stored = save.Answers.GetValueOrDefault(code);
        if (save.Problems.TryGetValue(code, out var problem))
            return Reply(StatusCodes.Status422UnprocessableEntity, AnswerReply.Of("invalid", stored, problem));
        if (save.Conflicts.ContainsKey(code))
            return Reply(StatusCodes.Status409Conflict, AnswerReply.Of("conflict", stored, await others.SavedAsync(form, posted, stored!, cancel) + "."));
        if (save.Saved.Count > 0)
            presence.Edited(PresenceBoard.SectionOf(form.Submission.Id, posted.Question.Section), user.UserId, user.DisplayName);
        return Reply(StatusCodes.Status200OK, AnswerReply.Saved(stored, stored?.DeclaredAt is { } at && save.Saved.Count == 0 ? at : clock.UtcNow()));
    }

    private static JsonResult Reply(int status, AnswerReply reply) => new(reply) { StatusCode = status };
}
