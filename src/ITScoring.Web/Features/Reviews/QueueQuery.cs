using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>Builds the queue.</summary>
public sealed class QueueQuery(AppDbContext db, ReviewForms forms, PeriodScores scores, FormDeadlines deadlines, TimeProvider clock)
{
    public async Task<QueuePage> PageAsync(string? periodCode, string? search, string? state, string? sort, CancellationToken cancel = default)
    {
        var periods = await db.Periods.AsNoTracking().Where(p => p.State != PeriodState.Draft).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel);
        var code = periodCode ?? periods.FirstOrDefault(p => p.State is PeriodState.Open or PeriodState.Reviewing)?.Code ?? periods.FirstOrDefault()?.Code;
        var order = sort is "agency" or "difference" or "waiting" ? sort : "agency";
        if (code is null || await forms.FindPeriodAsync(code, cancel) is not { } period)
            return new QueuePage(null, periods, [], search, state, order, 0);

        var submissions = await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Returns).Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.AgencyId, cancel);
        var ids = submissions.Values.Select(s => s.Id).ToList();
        var standing = (await db.CriterionVerdicts.AsNoTracking().Where(v => ids.Contains(v.SubmissionId)).ToListAsync(cancel)).Where(v => v.Stands).ToLookup(v => v.SubmissionId, v => v.CriterionCode);
        var reviewerIds = period.Assignments.Select(a => a.ReviewerId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => reviewerIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var declared = (await scores.ScoreAsync(period, AnswerStage.Declared, cancel)).Sheets.ToDictionary(s => s.AgencyCode);
        var verified = (await scores.ScoreAsync(period, AnswerStage.Verified, cancel)).Sheets.ToDictionary(s => s.AgencyCode);
        var today = clock.Today();
        var dues = new Dictionary<int, FormDeadline>();
        foreach (var agency in period.Agencies)
            dues[agency.AgencyId] = await deadlines.OfAsync(period, agency, submissions.GetValueOrDefault(agency.AgencyId), cancel);

        var rows = period.Agencies.Where(a => forms.Sees(period, a.AgencyId)).OrderBy(a => a.Order).Select(agency =>
        {
            var submission = submissions.GetValueOrDefault(agency.AgencyId);
            var submitted = submission is { IsSubmitted: true };
            var applicable = verified[agency.Code].Criteria.Where(c => c.Applicable).Select(c => c.Code).ToHashSet();
            return new QueueRow(
                agency,
                submission,
                dues[agency.AgencyId],
                string.Join(", ", period.Assignments.Where(a => a.AgencyId == agency.AgencyId).Select(a => names.GetValueOrDefault(a.ReviewerId, "–"))),
                submitted ? declared[agency.Code].Total : null,
                submitted ? verified[agency.Code].Total : null,
                submission is null ? 0 : standing[submission.Id].Count(applicable.Contains),
                applicable.Count,
                submission is { State: SubmissionState.Submitted } && submission.Returns.Any(r => r.AnsweredAt is not null),
                submission is { State: SubmissionState.Submitted, LastSubmittedAt: { } at } ? today.DayNumber - VietnamTime.DayOf(at).DayNumber : null);
        }).ToList();
        var shown = rows
            .Where(r => VietnameseSearch.Matches(search, r.Agency.Name, r.Agency.Code, r.Reviewers))
            .Where(r => string.IsNullOrEmpty(state) || r.Submission?.State.ToString() == state);
        shown = order switch
        {
            "difference" => shown.OrderByDescending(r => Math.Abs(r.Difference?.Hundredths ?? 0)),
            "waiting" => shown.OrderByDescending(r => r.DaysWaiting ?? -1),
            _ => shown,
        };
        return new QueuePage(period, periods, [.. shown], search, state, order, rows.Count);
    }
}
