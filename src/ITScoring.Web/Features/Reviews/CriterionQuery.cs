using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
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

/// <summary>Builds the page of one criterion, also with values that are only tried.</summary>
public sealed class CriterionQuery(AppDbContext db, PeriodScores scores, SharedFigureQuery shared, CurrentUser user)
{
    /// <summary>Prefix of the reviewer's fields.</summary>
    public const string Prefix = "v-";

    /// <param name="typed">Values as typed, by question code; null: the page is fresh.</param>
    /// <param name="problems">What the domain said of a typed value, by question code.</param>
    public async Task<CriterionPage> PageAsync(
        ReviewForm form,
        Criterion criterion,
        IReadOnlyDictionary<string, AnswerInput>? typed = null,
        string? reason = null,
        IReadOnlyDictionary<string, string>? problems = null,
        CancellationToken cancel = default)
    {
        var id = form.Submission.Id;
        var declared = ReviewQuery.Sheet(await scores.ScoreAsync(form.Period, AnswerStage.Declared, cancel), form.Agency);
        var verifiedAll = await scores.ScoreAsync(form.Period, AnswerStage.Verified, cancel);
        var verified = ReviewQuery.Sheet(verifiedAll, form.Agency);
        var questions = form.Set.QuestionsOf(criterion);
        var codes = questions.Select(q => q.Code).ToList();
        var evidence = await db.CurrentEvidenceAsync(id, cancel);
        var previous = await scores.PreviousAsync(form.Period, form.Agency.AgencyId, cancel);
        var canJudge = form.Submission.CheckReviewer(Verb.Judge, form.Period, user.Actor).Ok;
        var history = await HistoryAsync(form, codes, cancel);
        var tried = canJudge && typed is not null && typed.Values.All(v => v.Problem is null) ? await TryAsync(form, typed, cancel) : null;
        var changed = tried is null ? [] : typed!.Where(t => form.Review.AnswerTo(t.Key)?.ValueAt(AnswerStage.Verified) != t.Value.Json).Select(t => t.Key).ToList();
        var all = form.Set.Criteria;
        var at = all.ToList().IndexOf(criterion);
        return new CriterionPage
        {
            Form = form,
            Criterion = criterion,
            Declared = declared.Criterion(criterion.Code),
            Verified = verified.Criterion(criterion.Code),
            Tried = changed.Count > 0 ? tried!.Criterion(criterion.Code) : null,
            Moves = [.. form.Review.Moved(criterion, changed).Select(c => (c, verified.Criterion(c.Code).Points, tried!.Criterion(c.Code).Points))],
            Questions = [.. questions.Select(q => Row(form, criterion, q, evidence, previous.GetValueOrDefault(q.Code), canJudge, typed?.GetValueOrDefault(q.Code), problems?.GetValueOrDefault(q.Code), declared))],
            Shared = await shared.OfAsync(form.Period, form.Set, form.Submission, codes, cancel),
            Verdict = form.Review.VerdictOn(criterion.Code),
            JudgedBy = form.Review.VerdictOn(criterion.Code) is { } v ? await db.Users.AsNoTracking().Where(u => u.Id == v.JudgedById).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel) : null,
            Reason = reason ?? form.Review.VerdictOn(criterion.Code)?.Reason ?? "",
            History = history,
            Findings = [.. FindingsOf(form, previous, evidence).Where(f => f.Questions.Any(codes.Contains) && f.Level != CheckLevel.Error)],
            Position = at + 1,
            Count = all.Count,
            Previous = at > 0 ? all[at - 1] : null,
            Next = at + 1 < all.Count ? all[at + 1] : null,
            CanJudge = canJudge,
        };
    }

    /// <summary>The agency's sheet as if the typed values were verified, with everybody else's as they are.</summary>
    private async Task<ScoreSheet> TryAsync(ReviewForm form, IReadOnlyDictionary<string, AnswerInput> typed, CancellationToken cancel)
    {
        var cohort = await scores.CohortAsync(form.Period, AnswerStage.Verified, cancel);
        var agencies = cohort.Agencies.Select(a =>
        {
            if (a.Code != form.Agency.Code)
                return a;
            var answers = a.Answers!.ToDictionary();
            foreach (var (code, input) in typed)
            {
                if (AnswerText.Value(form.Set.FindQuestion(code)!, input.Json) is { } value)
                    answers[code] = value;
                else
                    answers.Remove(code);
            }

            return a with { Answers = answers };
        }).ToList();
        return ReviewQuery.Sheet(Scorer.Score(form.Set, new Cohort(agencies)), form.Agency);
    }

    private static QuestionRow Row(
        ReviewForm form, Criterion criterion, Question question, List<Evidence> evidence, AnswerValue? previous, bool canJudge, AnswerInput? typed, string? refused, ScoreSheet declared)
    {
        var answer = form.Review.AnswerTo(question.Code);
        var id = (Prefix + question.Code).ToLowerInvariant();
        var value = AnswerText.Value(question, answer?.ValueAt(AnswerStage.Verified));
        var problem = typed?.Problem ?? refused;
        var system = question.FilledBy == FilledBy.System;
        return new QuestionRow(
            question,
            system ? declared.Criterion(criterion.Code).Calculate().Inputs.FirstOrDefault(i => i.Code == question.Code)?.Value ?? "" : AnswerText.Of(question, answer?.DeclaredJson),
            AnswerText.Of(question, value),
            answer is { IsAdjusted: true },
            answer?.VerifiedReason,
            previous is null ? null : AnswerText.Of(question, previous),
            answer?.Note,
            answer is { TakenOver: true },
            evidence.OfQuestion(question.Code),
            system || !canJudge ? null
                : typed is not null ? QuestionField.Typed(question, typed, Prefix, problem is not null, problem is null ? null : id + "-f", id + "-t")
                : QuestionField.Of(question, value, Prefix, invalid: problem is not null, describedBy: problem is null ? null : id + "-f", labelledBy: id + "-t"),
            problem,
            [.. form.Set.CriteriaOf(question.Code).Where(c => c != criterion)]);
    }

    private async Task<IReadOnlyList<(AnswerChange, Question, string)>> HistoryAsync(ReviewForm form, List<string> codes, CancellationToken cancel)
    {
        var rows = await (
            from change in db.AnswerChanges.AsNoTracking()
            join answer in db.Answers.AsNoTracking() on change.AnswerId equals answer.Id
            where answer.SubmissionId == form.Submission.Id && codes.Contains(answer.QuestionCode)
            orderby change.Id descending
            select new { Change = change, answer.QuestionCode }).ToListAsync(cancel);
        var ids = rows.Select(r => r.Change.ChangedById).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        return [.. rows.Select(r => (r.Change, form.Set.FindQuestion(r.QuestionCode)!, names.GetValueOrDefault(r.Change.ChangedById, "–")))];
    }

    private static IReadOnlyList<Finding> FindingsOf(ReviewForm form, IReadOnlyDictionary<string, AnswerValue> previous, List<Evidence> evidence)
    {
        var values = form.Answers.Where(a => a.ValueAt(AnswerStage.Verified) is not null && form.Set.FindQuestion(a.QuestionCode) is not null)
            .ToDictionary(a => a.QuestionCode, a => AnswerText.Value(form.Set.FindQuestion(a.QuestionCode)!, a.ValueAt(AnswerStage.Verified))!);
        return FormCheck.Run(form.Set, values, previous, evidence.ProvedQuestions()).All;
    }
}
