using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.SectionAssignments;

/// <summary>Giao phần: the editor shares the sections out.</summary>
[Route("submissions/{period}/{agency}/assignments")]
[RequirePermission(Permission.ShareOut)]
public sealed class SectionAssignmentsController(OwnForms forms, SectionAssignmentService service, CurrentUser user) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> SectionAssignments(string period, string agency, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var given = (await service.LoadAsync(form, cancel)).ToLookup(a => a.SectionCode);
        return View(await PageAsync(form, [.. Sections(form).Select(s => Stored(s, given[s.Code]))], cancel));
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(string period, string agency, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var shares = Sections(form).Select(Read).ToList();
        if (ModelState.IsValid)
        {
            var outcome = await service.ShareOutAsync(form, shares, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = "Đã lưu việc giao các phần.";
                return Redirect(form.Path);
            }

            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return View("SectionAssignments", await PageAsync(form, [.. shares.Select(Typed)], cancel));
    }

    private SectionShare Read(Section section)
    {
        var due = DateInput.Parse(Request.Form[$"due-{section.Code}"]);
        if (due.Problem is not null)
            ModelState.AddModelError($"due-{section.Code}", $"Phần {section.Code}: {due.Problem}");
        var word = PlainText.Clean(Request.Form[$"word-{section.Code}"]);
        if (word?.Length > Lengths.Text)
            ModelState.AddModelError($"word-{section.Code}", $"Phần {section.Code}: lời dặn dài quá {Display.Of(Lengths.Text)} ký tự. Rút gọn rồi lưu lại.");
        return new SectionShare(section, [.. Request.Form[$"contributors-{section.Code}"].Select(v => int.TryParse(v, out var id) ? id : 0).Distinct()], due.IsEmpty || due.Problem is not null ? null : due.Value, word);
    }

    private SectionAssignmentsPage.Row Typed(SectionShare share) =>
        new(share.Section, share.ContributorIds.ToHashSet(), Request.Form[$"due-{share.Section.Code}"], Request.Form[$"word-{share.Section.Code}"]);

    private static SectionAssignmentsPage.Row Stored(Section section, IEnumerable<SectionAssignment> given)
    {
        var all = given.ToList();
        return new(section, all.Select(a => a.ContributorId).ToHashSet(), all.Count > 0 && all[0].DueOn is { } due ? VietnamTime.Day(due) : null, all.Count > 0 ? all[0].Word : null);
    }

    /// <summary>Those in which the agency has something to answer.</summary>
    private static IEnumerable<Section> Sections(OwnForm form) =>
        form.Set.Sections.Where(s => form.Set.QuestionsIn(s.Code).Any(q => q.FilledBy == FilledBy.Agency));

    private async Task<SectionAssignmentsPage> PageAsync(OwnForm form, IReadOnlyList<SectionAssignmentsPage.Row> rows, CancellationToken cancel) => new(
        form,
        await service.ContributorsAsync(form.Agency.AgencyId, cancel),
        rows,
        form.Submission.LockedAt is null && VerbTable.Check(Verb.Answer, user.Role, form.Period.State, form.Submission.State).Ok);
}
