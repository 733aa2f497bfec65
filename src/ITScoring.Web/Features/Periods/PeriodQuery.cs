using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Periods;

/// <summary>Builds the manager's pages.</summary>
public sealed class PeriodQuery(AppDbContext db, FormDeadlines deadlines, TimeProvider clock)
{
    public async Task<PeriodPage> PageAsync(Period period, CancellationToken cancel = default)
    {
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.AgencyId, cancel);
        var ids = submissions.Values.Select(s => s.Id).ToList();
        var decided = (await db.CriterionVerdicts.AsNoTracking().Where(v => ids.Contains(v.SubmissionId) && v.Kind != VerdictKind.NeedsReview).Select(v => v.SubmissionId).ToListAsync(cancel)).CountBy(i => i).ToDictionary();
        var reviewers = period.Assignments.Select(a => a.ReviewerId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => reviewers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var dues = new Dictionary<int, FormDeadline>();
        foreach (var agency in period.Agencies.Where(_ => period.Deadline is not null))
            dues[agency.AgencyId] = await deadlines.OfAsync(period, agency, submissions.GetValueOrDefault(agency.AgencyId), cancel);
        return new PeriodPage(
            period,
            [
                .. period.Agencies.OrderBy(a => a.Order).Select(a => new PeriodRow(
                    a,
                    submissions.GetValueOrDefault(a.AgencyId),
                    dues.GetValueOrDefault(a.AgencyId),
                    string.Join(", ", period.Assignments.Where(x => x.AgencyId == a.AgencyId).Select(x => names.GetValueOrDefault(x.ReviewerId, "–"))),
                    submissions.TryGetValue(a.AgencyId, out var s) ? decided.GetValueOrDefault(s.Id) : 0)),
            ],
            await db.Explanations.CountAsync(e => ids.Contains(e.SubmissionId) && e.State == ExplanationState.Confirmed, cancel),
            await db.PreviousFigures.CountAsync(f => f.PeriodId == period.Id, cancel),
            await db.PreviousFigures.Where(f => f.PeriodId == period.Id).Select(f => f.Source).FirstOrDefaultAsync(cancel),
            period.Deadline?.IsPast(clock.UtcNow()) == true,
            period.ResponseDeadline?.IsPast(clock.UtcNow()) == true)
        {
            Confirmed = await db.Disseminations.CountAsync(d => d.PeriodId == period.Id, cancel),
            SharedFigures = await db.SharedFigures.CountAsync(f => f.PeriodId == period.Id, cancel),
        };
    }

    public async Task<PlanPage> PlanAsync(Period period, PlanForm? typed, CancellationToken cancel = default)
    {
        var today = clock.Today();
        var blocks = await db.Blocks.AsNoTracking().OrderBy(b => b.Order).ToListAsync(cancel);
        var agencies = (await db.Agencies.AsNoTracking().OrderBy(a => a.Order).ToListAsync(cancel))
            .Where(a => period.FindAgency(a.Id) is not null || ((a.ValidTo is null || a.ValidTo >= today || a.ValidTo.Value.Year >= period.Year) && (a.ValidFrom is null || a.ValidFrom.Value.Year <= period.Year))).ToLookup(a => a.BlockId);
        // "trước ngày X" is stored as the end of the day before.
        var before = period.DeadlineWording?.StartsWith("trước", StringComparison.Ordinal) == true;
        var form = typed ?? (new PlanForm
        {
            Title = period.Title,
            CriteriaSet = period.CriteriaSetVersionId ?? 0,
            DataFrom = period.DataFrom is { } f ? VietnamTime.Day(f) : $"01/12/{period.Year - 1}",
            DataThrough = period.DataThrough is { } t ? VietnamTime.Day(t) : $"30/11/{period.Year}",
            DeadlineDay = period.Deadline is { } d ? VietnamTime.Day(before ? d.Day.AddDays(1) : d.Day) : "",
            DeadlineKind = before || period.Deadline is null ? "before" : "end",
            ReturnDays = period.ReturnDays?.ToString(CultureInfo.InvariantCulture) ?? (period.Deadline is null ? "5" : null),
            ResponseDays = period.ResponseDays?.ToString(CultureInfo.InvariantCulture) ?? (period.Deadline is null ? "7" : null),
            PlannedResponse = period.PlannedResponseOn is { } r ? VietnamTime.Day(r) : null,
            Discloses = period.DisclosesDeclaredFigures ? "true" : null,
            Agencies = period.Agencies.Count > 0 ? [.. period.Agencies.Select(a => a.AgencyId)] : [.. agencies.Where(g => g.Key == blocks[0].Id).SelectMany(g => g).Select(a => a.Id)],
        }).WithNotRanked(period.Agencies);
        return new PlanPage(
            period,
            form,
            await db.CriteriaSetVersions.AsNoTracking().Where(v => v.State == CriteriaSetState.InForce).OrderBy(v => v.Code).ThenByDescending(v => v.Number).ToListAsync(cancel),
            [.. blocks.Where(b => agencies[b.Id].Any()).Select(b => (b, (IReadOnlyList<Agency>)[.. agencies[b.Id]]))]);
    }
}
