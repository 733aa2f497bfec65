using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SectionAssignments;

/// <summary>Gives sections of a form to contributors.</summary>
public sealed class SectionAssignmentService(AppDbContext db, CurrentUser user, AuditLog audit, FormNotices notices, TimeProvider clock)
{
    /// <summary>Accounts that can be given a section of the agency's form, by name.</summary>
    public Task<List<AppUser>> ContributorsAsync(int agencyId, CancellationToken cancel = default) =>
        db.PeopleOf(agencyId, clock.UtcNow(), Role.Contributor).AsNoTracking().Where(u => u.SuspendedAt == null).OrderBy(u => u.DisplayName).ThenBy(u => u.Id).ToListAsync(cancel);

    /// <summary>Who has which section now, tracked with the form.</summary>
    public async Task<IReadOnlyList<SectionAssignment>> LoadAsync(OwnForm form, CancellationToken cancel = default)
    {
        await db.SectionAssignments.Where(a => a.SubmissionId == form.Submission.Id).LoadAsync(cancel);
        return form.Submission.Assignments;
    }

    /// <summary>Shares out all the sections in one save, or none; a problem names its section's control, e.g. <c>due-T</c>.</summary>
    /// <param name="form">Tracked.</param>
    public async Task<Outcome> ShareOutAsync(OwnForm form, IReadOnlyList<SectionShare> shares, CancellationToken cancel = default)
    {
        await LoadAsync(form, cancel);
        var people = (await ContributorsAsync(form.Agency.AgencyId, cancel)).ToDictionary(u => u.Id);
        var (problems, now) = (new List<OutcomeProblem>(), clock.UtcNow());
        foreach (var share in shares)
        {
            var before = Describe(form, share);
            if (share.ContributorIds.Any(id => !people.ContainsKey(id)))
            {
                problems.Add(new($"Phần {share.Section.Code}: chọn người trong danh sách người nhập liệu của cơ quan.", $"contributors-{share.Section.Code}"));
                continue;
            }

            var outcome = form.Submission.ShareOut(form.Period, user.Actor, share.Section, [.. share.ContributorIds.Select(id => new Actor(id, Role.Contributor, form.Agency.AgencyId))], share.DueOn, share.Word, now);
            if (!outcome.Ok && outcome.Refusal != RefusalKind.Input)
                return outcome;
            problems.AddRange(outcome.Details.Select(d => d with { At = $"{d.At}-{share.Section.Code}" }));
            if (Describe(form, share) is var after && after != before)
                audit.Record("section.assign", share.Section.Code, before, after, null, form.Period.Id, form.Agency.AgencyId);
        }

        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome.Input(problems);
        }

        await notices.SharedOutAsync(form.Period, form.Agency, form.Submission, form.Set, [.. form.Submission.Assignments.Where(a => a.AssignedAt == now)], cancel);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private static string? Describe(OwnForm form, SectionShare share)
    {
        var given = form.Submission.Assignments.Where(a => a.SectionCode == share.Section.Code).ToList();
        return given.Count == 0 ? null : string.Join("; ", new[]
        {
            string.Join(", ", given.Select(a => a.ContributorId).Order().Select(AccountReference.InWords)),
            given[0].DueOn is { } due ? $"hạn {VietnamTime.Day(due)}" : null,
            given[0].Word,
        }.OfType<string>());
    }
}
