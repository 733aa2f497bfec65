using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.SharedFigures;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>Builds the page of one form under review.</summary>
public sealed class ReviewQuery(AppDbContext db, PeriodScores scores, FormDeadlines deadlines, SharedFigureQuery shared, ReturnRounds rounds, CurrentUser user)
{
    /// <param name="typed">What was typed for an unscored question and could not be stored.</param>
    public async Task<ReviewPage> PageAsync(ReviewForm form, UnscoredInput? typed = null, CancellationToken cancel = default)
    {
        var id = form.Submission.Id;
        var declared = Sheet(await scores.ScoreAsync(form.Period, AnswerStage.Declared, cancel), form.Agency);
        var verified = Sheet(await scores.ScoreAsync(form.Period, AnswerStage.Verified, cancel), form.Agency);
        var evidence = await db.CurrentEvidenceAsync(id, cancel);
        var uses = evidence.SelectMany(e => e.Uses.Select(u => (u.QuestionCode, e.Id)).Distinct()).ToLookup(u => u.QuestionCode);
        var applicable = verified.Criteria.Where(c => c.Applicable).Select(c => c.Code).ToHashSet();
        var moves = await db.SubmissionMoves.AsNoTracking().Where(m => m.SubmissionId == id).OrderByDescending(m => m.Id).ToListAsync(cancel);
        var ids = moves.Select(m => m.MovedById).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var values = form.Answers.Where(a => a.ValueAt(AnswerStage.Verified) is not null && form.Set.FindQuestion(a.QuestionCode) is not null)
            .ToDictionary(a => a.QuestionCode, a => AnswerText.Value(form.Set.FindQuestion(a.QuestionCode)!, a.ValueAt(AnswerStage.Verified))!);
        var findings = FormCheck.Run(form.Set, values, await scores.PreviousAsync(form.Period, form.Agency.AgencyId, cancel), evidence.ProvedQuestions());
        return new ReviewPage
        {
            Form = form,
            Deadline = await deadlines.OfAsync(form.Period, form.Agency, form.Submission, cancel),
            Declared = declared,
            Verified = verified,
            Groups =
            [
                .. form.Set.Groups.Select(g => (g, declared.Group(g.Code), verified.Group(g.Code), (IReadOnlyList<CriterionRow>)
                [
                    .. g.Criteria.Select(c => new CriterionRow(
                        c,
                        declared.Criterion(c.Code),
                        verified.Criterion(c.Code),
                        form.Review.VerdictOn(c.Code),
                        form.Set.QuestionsOf(c).Sum(q => uses[q.Code].Count()),
                        form.Set.QuestionsOf(c).Any(q => q.FilledBy == FilledBy.Inspector && findings.Asked.Contains(q.Code) && form.Review.AnswerTo(q.Code)?.ValueAt(AnswerStage.Verified) is null),
                        form.Review.MayJudge(user.Actor, c).Ok)),
                ])),
            ],
            Unscored =
            [
                .. form.Set.Questions.Where(q => q.FilledBy != FilledBy.System && form.Set.CriteriaOf(q.Code).Count == 0)
                    .Select(q => Unscored(form, q, typed?.Question == q ? typed : null)),
            ],
            Findings = [.. findings.All.Where(f => f.Level == CheckLevel.Inspector)],
            Undecided = form.Review.Undecided(applicable),
            Applicable = applicable.Count,
            Moves = [.. moves.Select(m => (m, names.GetValueOrDefault(m.MovedById, "–")))],
            Rounds = await rounds.OfAsync(form, cancel),
            ToSupplement = [.. form.Set.Criteria.Where(c => form.Review.VerdictOn(c.Code)?.Kind == VerdictKind.SupplementRequested)],
            AwaitingSecond = form.Review.AwaitingSecond(applicable).Count,
            DifferFromShared = SharedFigureQuery.CriteriaThatDiffer(form.Set, await shared.OfAsync(form.Period, form.Set, form.Submission, cancel: cancel)),
            CanJudge = form.Submission.CheckReviewer(Verb.Judge, form.Period, user.Actor).Ok,
            CanReopen = VerbTable.Check(Verb.Reopen, user.Role, form.Period.State, form.Submission.State).Ok,
        };
    }

    private static UnscoredRow Unscored(ReviewForm form, Question question, UnscoredInput? typed)
    {
        var answer = form.Review.AnswerTo(question.Code);
        var (verified, id) = (AnswerText.Value(question, answer?.ValueAt(AnswerStage.Verified)), (CriterionQuery.Prefix + question.Code).ToLowerInvariant());
        return new UnscoredRow(
            question,
            AnswerText.Of(question, answer?.DeclaredJson),
            AnswerText.Of(question, verified),
            answer?.VerifiedReason,
            typed is null
                ? QuestionField.Of(question, verified, CriterionQuery.Prefix, labelledBy: id + "-t")
                : QuestionField.Typed(question, typed.Input, CriterionQuery.Prefix, typed.Problem is not null, typed.Problem is null ? null : id + "-f", id + "-t"),
            typed is null ? answer?.VerifiedReason : typed.Reason,
            typed?.Problem,
            typed is not null);
    }

    internal static ScoreSheet Sheet(CohortResult result, PeriodAgency agency) => result.Sheets.Single(s => s.AgencyCode == agency.Code);
}
