using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Assignments;

/// <summary>Phân công thẩm tra: whole forms agency by agency, and parts of many forms at once.</summary>
[Route("periods/{period}/reviewers")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class AssignmentsController(AppDbContext db, PeriodService periods, AssignmentService service, CriteriaSetCache sets) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Reviewers(string period, CancellationToken cancel) =>
        await periods.FindAsync(period, cancel) is { } found ? View(await PageAsync(found, new PartForm(), cancel)) : NotFound();

    /// <summary>Stores the reviewers of all agencies; the first refusal is shown and nothing after it is stored.</summary>
    [HttpPost("")]
    public async Task<IActionResult> AssignForms(string period, CancellationToken cancel)
    {
        if (await periods.FindAsync(period, cancel) is not { } found)
            return NotFound();
        foreach (var agency in found.Agencies)
        {
            var ids = Request.Form[$"reviewers-{agency.AgencyId}"].Select(v => int.TryParse(v, out var id) ? id : 0).Where(id => id > 0).ToList();
            if (ids.Order().SequenceEqual(found.Assignments.Where(a => a.AgencyId == agency.AgencyId && a.Part == AssignmentPart.WholeForm).Select(a => a.ReviewerId).Order()))
                continue;
            var outcome = await service.AssignAsync(found, agency.AgencyId, ids, cancel);
            if (outcome.Ok)
                continue;
            ModelState.AddModelError($"reviewers-{agency.AgencyId}", outcome.Problems[0]);
            Response.StatusCode = Refusals.StatusOf(outcome);
            return View("Reviewers", await PageAsync(found, new PartForm(), cancel));
        }

        TempData["Notice"] = "Đã lưu phân công thẩm tra.";
        return Redirect($"/periods/{found.Code}");
    }

    /// <summary>Gives one part of the chosen agencies' forms to reviewers.</summary>
    [HttpPost("parts")]
    public async Task<IActionResult> AssignPart(string period, PartForm form, CancellationToken cancel)
    {
        if (await periods.FindAsync(period, cancel) is not { } found)
            return NotFound();
        var set = found.CriteriaSetVersionId is null ? null : await sets.GetAsync(found, cancel);
        if (PartOf(set, form.Part) is not { } part)
        {
            ModelState.AddModelError("part", "Chọn phần phân công: cả phiếu, một nhóm hoặc một tiêu chí.");
            this.Refuse();
            return View("Reviewers", await PageAsync(found, form, cancel));
        }

        var mode = form.Mode switch { "add" => AssignmentMode.Add, "remove" => AssignmentMode.Remove, _ => AssignmentMode.Replace };
        var outcome = await service.AssignAsync(found, form.Agencies, part, form.Reviewers, mode, cancel);
        if (!outcome.Ok)
        {
            this.Refuse(outcome);
            return await periods.FindAsync(period, cancel) is { } again ? View("Reviewers", await PageAsync(again, form, cancel)) : NotFound();
        }

        TempData["Notice"] = $"Đã lưu phân công “{part.Name}” của {form.Agencies.Distinct().Count()} cơ quan.";
        return Redirect($"/periods/{found.Code}/reviewers");
    }

    private static AssignmentPart? PartOf(CriteriaSet? set, string? typed) => typed switch
    {
        "form" => AssignmentPart.WholeForm,
        ['g', ':', .. var code] when set?.Groups.FirstOrDefault(g => g.Code == code) is { } group => AssignmentPart.Of(group),
        ['c', ':', .. var code] when set?.FindCriterion(code) is { } criterion => AssignmentPart.Of(criterion),
        _ => null,
    };

    private async Task<ReviewersPage> PageAsync(Period period, PartForm form, CancellationToken cancel)
    {
        var set = period.CriteriaSetVersionId is null ? null : await sets.GetAsync(period, cancel);
        var names = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.ShortName ?? a.Name, cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.Role == Role.Reviewer && u.SuspendedAt == null).OrderBy(u => u.DisplayName).ToListAsync(cancel);
        var loads = users.Select(u => new AssignableReviewer(
            u.Id,
            u.DisplayName,
            u.AgencyId,
            u.AgencyId is { } home ? names.GetValueOrDefault(home, "") : "",
            period.Assignments.Count(a => a.ReviewerId == u.Id && a.Part == AssignmentPart.WholeForm && !period.HasConflict(u.Id, a.AgencyId)),
            set is null ? 0 : period.Agencies.Sum(a => set.Criteria.Count(c => period.IsAssigned(u.Id, a.AgencyId, set, c))),
            period.Conflicts.Where(c => c.Counts && c.ReviewerId == u.Id).Select(c => c.AgencyId).ToHashSet()));
        return new ReviewersPage(period, set, [.. loads], form);
    }
}
