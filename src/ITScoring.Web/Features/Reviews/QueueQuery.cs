using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>Builds the queue; the number of queries does not depend on the number of agencies.</summary>
public sealed class QueueQuery(
    AppDbContext db, ReviewForms forms, PeriodScores scores, StandingVerdicts verdicts, CriteriaSetCache sets, FormDeadlines deadlines, CurrentUser user, TimeProvider clock)
{
    private static readonly Dictionary<string, VerdictKind> None = [];

    public async Task<QueuePage> PageAsync(string? periodCode, QueueFilter filter, int number, CancellationToken cancel = default)
    {
        var periods = await db.Periods.AsNoTracking().Where(p => p.State != PeriodState.Draft).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel);
        var code = periodCode ?? periods.FirstOrDefault(p => p.State is PeriodState.Open or PeriodState.Reviewing)?.Code ?? periods.FirstOrDefault()?.Code;
        if (code is null || await forms.FindPeriodAsync(code, cancel) is not { } period)
            return new QueuePage { Period = null, Periods = periods, Filter = filter };

        var set = await sets.GetAsync(period, cancel);
        var submissions = await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Returns).Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.AgencyId, cancel);
        var given = await verdicts.OfAsync(period, cancel);
        var reviewerIds = period.Assignments.Select(a => a.ReviewerId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => reviewerIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var declared = (await scores.ScoreAsync(period, AnswerStage.Declared, cancel)).Sheets.ToDictionary(s => s.AgencyCode);
        var verified = (await scores.ScoreAsync(period, AnswerStage.Verified, cancel)).Sheets.ToDictionary(s => s.AgencyCode);
        var group = set.Groups.FirstOrDefault(g => g.Code == filter.Group);
        var rows = new List<QueueRow>();
        foreach (var agency in period.Agencies.Where(a => forms.Sees(period, a.AgencyId)).OrderBy(a => a.Order))
        {
            var submission = submissions.GetValueOrDefault(agency.AgencyId);
            var deadline = await deadlines.OfAsync(period, agency, submission, cancel);
            rows.Add(Row(period, set, group, agency, submission, deadline, names, declared[agency.Code], verified[agency.Code], submission is null ? None : given.GetValueOrDefault(submission.Id, None)));
        }

        return new QueuePage
        {
            Period = period,
            Periods = periods,
            Filter = filter,
            Rows = new Paged<QueueRow>([.. Sorted(rows.Where(r => Fits(r, filter)), filter)], number),
            All = rows.Count,
            Mine = rows.Count(r => r.Open > 0),
            Groups = set.Groups,
            Blocks = [.. period.Agencies.Select(a => (a.BlockCode, a.BlockName)).Distinct()],
            Reviewers = [.. names.OrderBy(n => n.Value, StringComparer.CurrentCulture).Select(n => (n.Key, n.Value))],
            Seconds = user.Can(Permission.Review) ? await SecondsAsync(period, set, submissions, cancel) : [],
            Saved = await db.SavedFilters.AsNoTracking().Where(f => f.UserId == user.UserId).OrderBy(f => f.Id).ToListAsync(cancel),
        };
    }

    private QueueRow Row(
        Period period, CriteriaSet set, CriteriaGroup? group, PeriodAgency agency, Submission? submission, FormDeadline deadline,
        Dictionary<int, string> names, ScoreSheet declared, ScoreSheet verified, IReadOnlyDictionary<string, VerdictKind> given)
    {
        var submitted = submission is { IsSubmitted: true };
        var criteria = set.Criteria.Where((c, i) => verified.Criteria[i].Applicable && (group is null || set.GroupOf(c) == group)).ToList();
        var people = period.Assignments.Where(a => a.AgencyId == agency.AgencyId && !period.HasConflict(a.ReviewerId, agency.AgencyId)).Select(a => a.ReviewerId).Distinct().ToList();
        var returned = submission?.OpenReturn;
        return new QueueRow(
            agency,
            submission,
            deadline,
            string.Join(", ", people.Select(id => names.GetValueOrDefault(id, "–"))),
            people.ToHashSet(),
            submitted ? group is null ? declared.Total : declared.Group(group.Code).Points : null,
            submitted ? group is null ? verified.Total : verified.Group(group.Code).Points : null,
            criteria.Count(c => given.TryGetValue(c.Code, out var kind) && kind is VerdictKind.Agreed or VerdictKind.Adjusted),
            criteria.Count,
            submission is { State: SubmissionState.Submitted } && user.Can(Permission.Review)
                ? criteria.Count(c => (!given.TryGetValue(c.Code, out var kind) || kind == VerdictKind.NeedsReview) && period.IsAssigned(user.UserId, agency.AgencyId, set, c))
                : 0,
            submission is { State: SubmissionState.Submitted } && submission.Returns.Any(r => r.AnsweredAt is not null),
            returned?.DeadlineWording,
            returned is not null && new Deadline(returned.DeadlineUtc, returned.DeadlineWording).IsPast(clock.UtcNow()),
            submission is { State: SubmissionState.Submitted, LastSubmittedAt: { } at } ? clock.Today().DayNumber - VietnamTime.DayOf(at).DayNumber : null);
    }

    private static bool Fits(QueueRow row, QueueFilter filter) =>
        (!filter.IsMine || row.Open > 0)
        && VietnameseSearch.Matches(filter.Search, row.Agency.Name, row.Agency.Code, row.Reviewers)
        && (string.IsNullOrEmpty(filter.Block) || row.Agency.BlockCode == filter.Block)
        && (filter.Reviewer is not { } reviewer || (reviewer == 0 ? row.ReviewerIds.Count == 0 : row.ReviewerIds.Contains(reviewer)))
        && filter.State switch
        {
            null or "" => true,
            "changed" => row.ChangedSinceReturn,
            "overdue" => row.IsOverdue,
            var state => row.Submission?.State.ToString() == state,
        };

    private static IEnumerable<QueueRow> Sorted(IEnumerable<QueueRow> rows, QueueFilter filter) => filter.SortedBy switch
    {
        "difference" => rows.OrderByDescending(r => Math.Abs(r.Difference?.Hundredths ?? 0)),
        "waiting" => rows.OrderByDescending(r => r.DaysWaiting ?? -1),
        "open" => rows.OrderByDescending(r => r.Open),
        _ => rows,
    };

    private async Task<IReadOnlyList<(PeriodAgency, Criterion)>> SecondsAsync(Period period, CriteriaSet set, Dictionary<int, Submission> submissions, CancellationToken cancel)
    {
        var mine = await db.SecondReviews.AsNoTracking().Where(r => r.ReviewerId == user.UserId && r.ClosedAt == null && r.GivenAt == null).ToListAsync(cancel);
        return
        [
            .. from second in mine
               join submission in submissions.Values on second.SubmissionId equals submission.Id
               where submission.State == SubmissionState.Submitted && period.Barred(user.Actor, submission.AgencyId) is null
               select (period.FindAgency(submission.AgencyId)!, set.FindCriterion(second.CriterionCode)!),
        ];
    }
}
