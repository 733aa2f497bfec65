using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Progress;

/// <summary>Builds the progress page, in a number of queries that does not grow with the agencies.</summary>
public sealed class ProgressQuery(AppDbContext db, CriteriaSetCache sets, PeriodScores scores, FormDeadlines deadlines, WorkingCalendar calendar, TimeProvider clock)
{
    private const string NobodyAssigned = "Chưa phân công";

    public async Task<ProgressPage> PageAsync(Period period, int? reviewer, ProgressStep? step, int number, CancellationToken cancel = default)
    {
        var facts = await ReadAsync(period, cancel);
        var rows = new List<ProgressRow>();
        foreach (var agency in period.Agencies.OrderBy(a => a.Order))
            rows.AddRange(RowsOf(facts, agency, await deadlines.OfAsync(period, agency, facts.Forms.GetValueOrDefault(agency.AgencyId), cancel)));
        var today = clock.Today();
        var days = await calendar.GetAsync(cancel);
        var reviewers = Loads(facts, rows, days.FirstOfLast(today, ReviewerLoad.RecentDays));
        var chosen = reviewers.Any(r => r.Id == reviewer) ? reviewer : null;
        var shown = rows.Where(r => chosen is null || period.IsAssigned(chosen.Value, r.Agency.AgencyId)).ToList();
        var open = period.Agencies.Where(a => facts.Forms.GetValueOrDefault(a.AgencyId) is not ({ State: SubmissionState.Verified } or { LockedAt: not null })).ToList();
        return new ProgressPage(
            period,
            [.. shown.GroupBy(r => r.Step).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            new Paged<ProgressRow>([.. shown.Where(r => step is null || r.Step == step).OrderByDescending(r => r.Days ?? -1).ThenBy(r => r.Since)], number),
            reviewers,
            period.State is PeriodState.Open or PeriodState.Reviewing
                ? ReviewForecast.Of([.. facts.Verdicts.SelectMany(v => v).Where(v => v.Stands).Select(v => VietnamTime.DayOf(v.JudgedAt))], open.Sum(a => facts.Applicable(a).Count - facts.Decided(a)), today, days)
                : null,
            open.Count(a => facts.Forms.GetValueOrDefault(a.AgencyId) is not { IsSubmitted: true }),
            chosen,
            step);
    }

    private IEnumerable<ProgressRow> RowsOf(Facts facts, PeriodAgency agency, FormDeadline deadline)
    {
        var form = facts.Forms.GetValueOrDefault(agency.AgencyId);
        var link = form is null ? null : $"/reviews/{facts.Period.Code}/{agency.Code.ToLowerInvariant()}";
        var since = form is null ? facts.Period.OpenedAt : facts.LastMoves.TryGetValue(form.Id, out var moved) ? moved : facts.Period.OpenedAt;
        var decided = $"Đã kết luận {facts.Decided(agency)}/{facts.Applicable(agency).Count} tiêu chí";
        var reviewers = facts.ReviewersOf(agency) is { Length: > 0 } names ? names : NobodyAssigned;
        var due = (Text: $"Hạn {deadline.Own.Wording}: {Lower(deadline.Standing)}", IsOverdue: deadline is { IsSubmitted: false, IsLate: true });
        switch (form)
        {
            case { LockedAt: not null, IsSubmitted: false }:
                yield return new ProgressRow(agency, ProgressStep.Locked, "", form.LockedAt, null, "Chưa nộp khi gửi kết quả sơ bộ", Link: link);
                break;
            case null or { State: SubmissionState.Drafting }:
                var answered = form is null ? 0 : facts.Answered.GetValueOrDefault(form.Id);
                yield return new ProgressRow(agency, ProgressStep.Filling, facts.PeopleOf(agency, Role.Editor), since, Days(since), $"Đã trả lời {answered}/{facts.AgencyQuestions} câu", due.Text, due.IsOverdue, link);
                break;
            case { State: SubmissionState.AwaitingSignOff }:
                var (text, late) = form.OpenReturn is { } returned ? Due(returned) : due;
                yield return new ProgressRow(agency, ProgressStep.SignOff, facts.PeopleOf(agency, Role.Head, Role.Deputy), since, Days(since), form.IsSubmitted ? "Bản bổ sung đã trình" : "Phiếu đã trình", text, late, link);
                break;
            case { State: SubmissionState.Returned, OpenReturn: { } open }:
                var (words, overdue) = Due(open);
                yield return new ProgressRow(agency, ProgressStep.Returned, facts.PeopleOf(agency, Role.Editor), since, Days(since), $"{open.Items.Count} câu được trả lại", words, overdue, link);
                break;
            case { State: SubmissionState.Submitted }:
                yield return new ProgressRow(agency, ProgressStep.Reviewing, reviewers, since, Days(since), decided + (form.Returns.Any(r => r.AnsweredAt is not null) ? ", cơ quan đã bổ sung" : ""), Link: link);
                if (facts.Of(agency, VerdictKind.SupplementRequested) is { Count: > 0 } asking)
                    yield return new ProgressRow(agency, ProgressStep.ToReturn, reviewers, null, null, $"Tiêu chí {string.Join(", ", asking)}: đã ghi yêu cầu bổ sung, chưa trả lại", Link: link);
                if (facts.Of(agency, VerdictKind.ReferredToCouncil) is { Count: > 0 } referred)
                    yield return new ProgressRow(agency, ProgressStep.Council, "Hội đồng", facts.Referred.GetValueOrNull(agency.AgencyId), Days(facts.Referred.GetValueOrNull(agency.AgencyId)), $"Tiêu chí {string.Join(", ", referred)}", Link: $"/councils/{facts.Period.Code}");
                foreach (var second in facts.Seconds[form.Id].GroupBy(s => s.ReviewerId))
                    yield return new ProgressRow(agency, ProgressStep.SecondReview, facts.NameOf(second.Key), second.Min(s => s.AssignedAt), Days(second.Min(s => s.AssignedAt)), $"{second.Count()} tiêu chí chờ thẩm tra lần hai", Link: $"/second-reviews/{facts.Period.Code}");
                if (facts.Of(agency, VerdictKind.NeedsReview) is { Count: > 0 } again)
                {
                    var asked = facts.AskedAgain.GetValueOrNull(agency.AgencyId);
                    yield return new ProgressRow(agency, ProgressStep.LookAgain, reviewers, asked, Days(asked), $"Tiêu chí {string.Join(", ", again)}", Link: link);
                }

                break;
            default:
                yield return new ProgressRow(agency, ProgressStep.Verified, "", since, null, decided, Link: link);
                break;
        }

        foreach (var e in form is null ? [] : facts.Explanations[form.Id])
        {
            yield return e.State == ExplanationState.Drafted
                ? new ProgressRow(agency, ProgressStep.ExplanationUnconfirmed, facts.PeopleOf(agency, Role.Head, Role.Deputy), e.WrittenAt, Days(e.WrittenAt), $"Tiêu chí {e.CriterionCode}",
                    facts.Period.ResponseDeadline is { } d ? $"Hạn {d.Wording}" : null, facts.Period.ResponseDeadline?.IsPast(clock.UtcNow()) == true, link)
                : new ProgressRow(agency, ProgressStep.ExplanationUnsettled, facts.SettlersOf(form!, e), e.ConfirmedAt, Days(e.ConfirmedAt), $"Tiêu chí {e.CriterionCode}", Link: link);
        }
    }

    private static IReadOnlyList<ReviewerLoad> Loads(Facts facts, List<ProgressRow> rows, DateOnly recentFrom)
    {
        var given = facts.Verdicts.SelectMany(v => v).Where(v => v.Stands && VietnamTime.DayOf(v.JudgedAt) >= recentFrom).CountBy(v => v.JudgedById).ToDictionary();
        return
        [
            .. facts.Period.Assignments.Select(a => a.ReviewerId).Concat(given.Keys).Distinct().Select(id =>
            {
                var agencies = facts.Period.Agencies.Where(a => facts.Period.IsAssigned(id, a.AgencyId)).ToList();
                var come = agencies.Where(a => facts.Forms.GetValueOrDefault(a.AgencyId) is { IsSubmitted: true }).ToList();
                IReadOnlySet<string> Own(PeriodAgency a) => facts.Set.Criteria.Where(c => facts.Applicable(a).Contains(c.Code) && facts.Period.IsAssigned(id, a.AgencyId, facts.Set, c)).Select(c => c.Code).ToHashSet();
                return new ReviewerLoad(
                    id,
                    facts.NameOf(id),
                    agencies.Count,
                    agencies.Count - come.Count,
                    come.Sum(a => Own(a).Count),
                    come.Sum(a => facts.Decided(a, Own(a))),
                    rows.Where(r => r.Step is ProgressStep.Reviewing or ProgressStep.LookAgain && agencies.Contains(r.Agency)).Max(r => r.Days),
                    given.GetValueOrDefault(id));
            }).OrderByDescending(r => r.Left).ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
    }

    private async Task<Facts> ReadAsync(Period period, CancellationToken cancel)
    {
        var set = await sets.GetAsync(period, cancel);
        var forms = await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Returns).ThenInclude(r => r.Items).Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.AgencyId, cancel);
        var ids = forms.Values.Select(s => s.Id).ToList();
        var filling = forms.Values.Where(s => s.State == SubmissionState.Drafting).Select(s => s.Id).ToList();
        var questions = set.Questions.Where(q => q.FilledBy == FilledBy.Agency).Select(q => q.Code).ToHashSet();
        var answered = await db.Answers.AsNoTracking().Where(a => filling.Contains(a.SubmissionId) && a.DeclaredJson != null).Select(a => new { a.SubmissionId, a.QuestionCode }).ToListAsync(cancel);
        var now = clock.UtcNow();
        return new Facts(
            period,
            set,
            forms,
            questions.Count,
            answered.Where(a => questions.Contains(a.QuestionCode)).CountBy(a => a.SubmissionId).ToDictionary(),
            await db.SubmissionMoves.AsNoTracking().Where(m => ids.Contains(m.SubmissionId)).GroupBy(m => m.SubmissionId).Select(g => new { g.Key, At = g.Max(m => m.MovedAt) }).ToDictionaryAsync(m => m.Key, m => m.At, cancel),
            (await db.CriterionVerdicts.AsNoTracking().Where(v => ids.Contains(v.SubmissionId)).ToListAsync(cancel)).ToLookup(v => v.SubmissionId),
            await LastAsync(period, VerdictKind.NeedsReview, cancel),
            await LastAsync(period, VerdictKind.ReferredToCouncil, cancel),
            (await db.SecondReviews.AsNoTracking().Where(r => ids.Contains(r.SubmissionId) && r.ClosedAt == null && r.GivenAt == null).ToListAsync(cancel)).ToLookup(r => r.SubmissionId),
            (await db.Explanations.AsNoTracking().Where(e => ids.Contains(e.SubmissionId) && (e.State == ExplanationState.Drafted || e.State == ExplanationState.Confirmed)).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.SubmissionId),
            await db.Users.AsNoTracking()
                .Where(u => u.Role == Role.Reviewer || (u.SuspendedAt == null && (u.Role == Role.Editor || u.Role == Role.Head || (u.Role == Role.Deputy && u.ActingFrom <= now && u.ActingUntil >= now))))
                .OrderBy(u => u.Id).Select(u => new Person(u.Id, u.DisplayName, u.Role, u.AgencyId)).ToListAsync(cancel),
            (await scores.ScoreAsync(period, AnswerStage.Verified, cancel)).Sheets.ToDictionary(s => s.AgencyCode, s => (IReadOnlySet<string>)s.Criteria.Where(c => c.Applicable).Select(c => c.Code).ToHashSet()));
    }

    /// <summary>When a verdict of each agency last became of a kind.</summary>
    private Task<Dictionary<int, DateTime>> LastAsync(Period period, VerdictKind kind, CancellationToken cancel) => (
        from change in db.VerdictChanges.AsNoTracking()
        join verdict in db.CriterionVerdicts.AsNoTracking() on change.VerdictId equals verdict.Id
        join form in db.Submissions.AsNoTracking() on verdict.SubmissionId equals form.Id
        where form.PeriodId == period.Id && change.To == kind && verdict.Kind == kind
        group change by form.AgencyId into g
        select new { g.Key, At = g.Max(c => c.ChangedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, cancel);

    private int? Days(DateTime? since) => since is { } at ? clock.Today().DayNumber - VietnamTime.DayOf(at).DayNumber : null;

    private (string Text, bool IsOverdue) Due(Return open)
    {
        var left = Deadline.LocalDay(open.DeadlineUtc).DayNumber - clock.Today().DayNumber;
        return ($"Hạn {open.DeadlineWording}: {(left > 0 ? $"còn {left} ngày" : left == 0 ? "hôm nay là ngày cuối" : $"quá hạn {-left} ngày")}", left < 0);
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private sealed record Person(int Id, string Name, Role Role, int? AgencyId);

    /// <summary>Everything that the page tells of, by form or agency.</summary>
    private sealed record Facts(
        Period Period,
        CriteriaSet Set,
        Dictionary<int, Submission> Forms,
        int AgencyQuestions,
        Dictionary<int, int> Answered,
        Dictionary<int, DateTime> LastMoves,
        ILookup<int, CriterionVerdict> Verdicts,
        Dictionary<int, DateTime> AskedAgain,
        Dictionary<int, DateTime> Referred,
        ILookup<int, SecondReview> Seconds,
        ILookup<int, Explanation> Explanations,
        List<Person> People,
        Dictionary<string, IReadOnlySet<string>> ApplicableCriteria)
    {
        public IReadOnlySet<string> Applicable(PeriodAgency agency) => ApplicableCriteria[agency.Code];

        public int Decided(PeriodAgency agency, IReadOnlySet<string>? criteria = null) => VerdictsOn(agency).Count(v => v.Stands && criteria?.Contains(v.CriterionCode) != false);

        public IReadOnlyList<string> Of(PeriodAgency agency, VerdictKind kind) => [.. VerdictsOn(agency).Where(v => v.Kind == kind).Select(v => v.CriterionCode)];

        public string NameOf(int id) => People.Find(p => p.Id == id)?.Name ?? "–";

        public string ReviewersOf(PeriodAgency agency) => string.Join(", ", Period.Assignments.Where(a => a.AgencyId == agency.AgencyId && !Period.HasConflict(a.ReviewerId, agency.AgencyId)).Select(a => NameOf(a.ReviewerId)).Distinct());

        public string PeopleOf(PeriodAgency agency, params Role[] roles)
        {
            var names = string.Join(", ", People.Where(p => p.AgencyId == agency.AgencyId && roles.Contains(p.Role)).Select(p => p.Name));
            return names.Length > 0 ? names : roles.Contains(Role.Head) ? "Thủ trưởng cơ quan (chưa có tài khoản)" : "Đầu mối CNTT (chưa có tài khoản)";
        }

        public string SettlersOf(Submission form, Explanation explanation) =>
            Verdicts[form.Id].FirstOrDefault(v => v.CriterionCode == explanation.CriterionCode) is { } first ? $"Chuyên viên khác {NameOf(first.JudgedById)}" : "Chuyên viên thẩm tra";

        private IEnumerable<CriterionVerdict> VerdictsOn(PeriodAgency agency) =>
            Forms.TryGetValue(agency.AgencyId, out var form) ? Verdicts[form.Id].Where(v => Applicable(agency).Contains(v.CriterionCode)) : [];
    }
}

file static class Times
{
    public static DateTime? GetValueOrNull(this Dictionary<int, DateTime> times, int key) => times.TryGetValue(key, out var at) ? at : null;
}
