using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.SharedFigures;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SecondReviews;

/// <summary>Reads the sample and single second judgements; of a judgement that is still hidden nothing but that it is there.</summary>
public sealed class SecondReviewQuery(AppDbContext db, PeriodScores scores, CriteriaSetCache sets, SharedFigureQuery shared, CurrentUser user)
{
    public async Task<SecondReviewsPage> ListAsync(Period period, DrawForm form, int number, CancellationToken cancel)
    {
        var set = await sets.GetAsync(period, cancel);
        var rows = await (
            from second in db.SecondReviews.AsNoTracking()
            join submission in db.Submissions.AsNoTracking() on second.SubmissionId equals submission.Id
            join person in db.Users.AsNoTracking() on second.ReviewerId equals person.Id
            where submission.PeriodId == period.Id
            orderby second.Id descending
            select new { Second = second, submission.AgencyId, person.DisplayName }).ToListAsync(cancel);
        var all = rows.Select(r => new SecondReviewRow(r.Second, period.FindAgency(r.AgencyId)!, set.FindCriterion(r.Second.CriterionCode)!, r.DisplayName)).ToList();
        var reviewers = await db.Users.AsNoTracking().Where(u => u.Role == Role.Reviewer && u.SuspendedAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel);
        var compared = all.Where(r => r.Review.ComparedAt is not null).ToList();
        return new SecondReviewsPage(
            period,
            set,
            new Paged<SecondReviewRow>(all, number),
            all.Count(r => r.Review.ClosedAt is null),
            all.Count(r => r.Review.IsOpen),
            Of(compared),
            [.. compared.GroupBy(r => r.Reviewer).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => (g.Key, Of(g)))],
            [.. reviewers.Select(r => (r.Id, r.DisplayName))],
            form);
    }

    /// <param name="typed">Values as typed; null: the page is fresh.</param>
    /// <param name="problems">What the domain said of a typed value, by question code.</param>
    public async Task<SecondReviewPage> PageAsync(
        ReviewForm form, Criterion criterion, SecondReview second, IReadOnlyDictionary<string, AnswerInput>? typed, string? reason, IReadOnlyDictionary<string, string>? problems, CancellationToken cancel)
    {
        var declared = ReviewQuery.Sheet(await scores.ScoreAsync(form.Period, AnswerStage.Declared, cancel), form.Agency);
        var evidence = await db.CurrentEvidenceAsync(form.Submission.Id, cancel);
        var previous = await scores.PreviousAsync(form.Period, form.Agency.AgencyId, cancel);
        var figures = await shared.OfAsync(form.Period, form.Set, form.Submission, [.. form.Set.QuestionsOf(criterion).Select(q => q.Code)], cancel);
        var may = form.Review.MayJudgeSecond(user.Actor, criterion);
        var given = second.Values();
        return new SecondReviewPage
        {
            Form = form,
            Criterion = criterion,
            Second = second,
            Declared = declared.Criterion(criterion.Code),
            Questions =
            [
                .. form.Set.QuestionsOf(criterion).Select(q =>
                {
                    var (answer, input) = (form.Review.AnswerTo(q.Code), typed?.GetValueOrDefault(q.Code));
                    var (id, problem) = ((CriterionQuery.Prefix + q.Code).ToLowerInvariant(), input?.Problem ?? problems?.GetValueOrDefault(q.Code));
                    var value = AnswerText.Value(q, answer?.DeclaredJson);
                    var described = problem is null ? null : id + "-f";
                    return new QuestionRow(
                        q,
                        q.FilledBy == FilledBy.System ? declared.Criterion(criterion.Code).Calculate().Inputs.FirstOrDefault(i => i.Code == q.Code)?.Value ?? "" : AnswerText.Of(q, answer?.DeclaredJson),
                        given.TryGetValue(q.Code, out var own) ? AnswerText.Of(q, own) : "",
                        false,
                        null,
                        previous.GetValueOrDefault(q.Code) is { } earlier ? AnswerText.Of(q, earlier) : null,
                        answer?.Note,
                        answer is { TakenOver: true },
                        evidence.OfQuestion(q.Code),
                        q.FilledBy == FilledBy.System || !may.Ok ? null
                            : input is not null ? QuestionField.Typed(q, input, CriterionQuery.Prefix, problem is not null, described, id + "-t")
                            : QuestionField.Of(q, value, CriterionQuery.Prefix, invalid: problem is not null, describedBy: described, labelledBy: id + "-t"),
                        problem,
                        []) { Shared = figures[q.Code] };
                }),
            ],
            MayJudge = may,
            Reason = reason ?? second.Reason ?? "",
            Compared = second.ComparedAt is null ? null : new SecondJudgement(second, user.DisplayName, CriterionQuery.Beside(form, criterion, second)),
        };
    }

    private static Agreement Of(IEnumerable<SecondReviewRow> compared) => Agreement.Of(compared.Select(r => (r.Review.FirstKind!.Value, r.Review.Kind!.Value, r.Review.Agrees == true)));
}
