using ITScoring.Web.Features.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.SetReviews;

/// <summary>Rà soát: named people comment on a draft item by item, and agree to it, before it is put in force.</summary>
[Route("set-reviews/{id:int}")]
public sealed class SetReviewsController(SetReviewQuery query, SetReviewService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Review(int id, CancellationToken cancel) => await query.PageAsync(id, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("ask")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public Task<IActionResult> Ask(int id, string?[]? reviewers, CancellationToken cancel) =>
        DoAsync(id, set => service.AskAsync(set, [.. (reviewers ?? []).Select(r => int.TryParse(r, out var user) ? user : 0)], cancel), "Đã mời rà soát.", cancel);

    [HttpPost("end")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public Task<IActionResult> End(int id, CancellationToken cancel) => DoAsync(id, set => service.EndAsync(set, cancel), "Đã kết thúc rà soát; bộ tiêu chí trở lại bản nháp.", cancel);

    [HttpPost("agree")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public Task<IActionResult> Agree(int id, string? sha256, CancellationToken cancel) => DoAsync(id, set => service.AgreeAsync(set, sha256, cancel), "Đã ghi ý kiến thống nhất.", cancel);

    [HttpPost("comments")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public Task<IActionResult> Comment(int id, string? item, string? comment, CancellationToken cancel) =>
        DoAsync(id, set => service.CommentAsync(set, item, comment, cancel), "Đã ghi ý kiến.", cancel);

    [HttpPost("comments/{comment:int}/resolve")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public Task<IActionResult> Resolve(int id, int comment, string? resolution, CancellationToken cancel) =>
        DoAsync(id, set => service.ResolveAsync(set, comment, resolution, cancel), "Đã giải quyết ý kiến.", cancel);

    private async Task<IActionResult> DoAsync(int id, Func<WorkedSet, Task<Domain.Outcome?>> verb, string done, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } set || await verb(set) is not { } outcome)
            return NotFound();
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect($"/set-reviews/{id}");
        }

        this.Refuse(outcome);
        return await query.PageAsync(id, cancel) is { } page ? View("Review", page) : NotFound();
    }
}
