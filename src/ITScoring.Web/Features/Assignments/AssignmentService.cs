using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Assignments;

/// <summary>Gives forms, or parts of them, to reviewers.</summary>
public sealed class AssignmentService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    /// <summary>Gives one agency's whole form to reviewers, in place of those who had it.</summary>
    public Task<Outcome> AssignAsync(Period period, int agencyId, IReadOnlyList<int> reviewerIds, CancellationToken cancel = default) =>
        AssignAsync(period, [agencyId], AssignmentPart.WholeForm, reviewerIds, AssignmentMode.Replace, cancel);

    /// <summary>Gives the same part of several agencies' forms to reviewers; all of it or nothing.</summary>
    public async Task<Outcome> AssignAsync(
        Period period, IReadOnlyList<int> agencyIds, AssignmentPart part, IReadOnlyList<int> reviewerIds, AssignmentMode mode, CancellationToken cancel = default)
    {
        var reviewers = await db.Users.AsNoTracking().Where(u => reviewerIds.Contains(u.Id) && u.SuspendedAt == null).ToListAsync(cancel);
        // Whoever judges a second time must not come to see what the first one does.
        if (mode != AssignmentMode.Remove && await BlindAsync(period, agencyIds, reviewerIds, cancel) is { } blind)
            return Outcome.Input($"{blind.Agency}: {blind.Reviewer} đang thẩm tra lần hai phiếu này nên không phân công thẩm tra lần một được.");
        var before = Of(period, agencyIds, part);
        var outcome = period.AssignReviewers(user.Actor, agencyIds, part, [.. reviewers.Select(u => u.ToActor())], mode, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        var after = Of(period, agencyIds, part);
        foreach (var (agencyId, now) in after.Where(a => !a.Value.SetEquals(before[a.Key])))
        {
            var code = period.FindAgency(agencyId)!.Code;
            audit.Record("period.assign", part == AssignmentPart.WholeForm ? code : $"{code}, {part.Name}", Words(before[agencyId]), Words(now), null, period.Id, agencyId);
        }

        await db.SaveChangesAsync(cancel);
        return outcome;

        static string? Words(IEnumerable<int> people) => people.Order().Select(AccountReference.InWords).ToList() is { Count: > 0 } all ? string.Join(", ", all) : null;
    }

    private static Dictionary<int, HashSet<int>> Of(Period period, IEnumerable<int> agencyIds, AssignmentPart part) =>
        agencyIds.Distinct().ToDictionary(id => id, id => period.Assignments.Where(a => a.AgencyId == id && a.Part == part).Select(a => a.ReviewerId).ToHashSet());

    private async Task<(string Agency, string Reviewer)?> BlindAsync(Period period, IReadOnlyList<int> agencyIds, IReadOnlyList<int> reviewerIds, CancellationToken cancel)
    {
        var found = await (
            from second in db.SecondReviews
            join form in db.Submissions on second.SubmissionId equals form.Id
            join person in db.Users on second.ReviewerId equals person.Id
            where form.PeriodId == period.Id && agencyIds.Contains(form.AgencyId) && reviewerIds.Contains(second.ReviewerId) && second.ClosedAt == null && second.ComparedAt == null
            select new { form.AgencyId, person.DisplayName }).FirstOrDefaultAsync(cancel);
        return found is null ? null : (period.FindAgency(found.AgencyId)!.Name, found.DisplayName);
    }
}
