using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Comparisons;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.SharedFigures;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>Builds the page of one criterion, also with values that are only tried.</summary>
public sealed class CriterionQuery(AppDbContext db, PeriodScores scores, ComparisonQuery comparisons, SharedFigureQuery shared, ReviewDrafts drafts, CurrentUser user)
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
        CancellationToken cancel = default) =>
        await PageAsync(form, criterion, form.Review.MayJudge(user.Actor, criterion), typed, reason, problems, cancel);

    /// <summary>The same for who records the council's decision: with fields while the criterion waits for it.</summary>
    public async Task<CriterionPage> MatterAsync(
        ReviewForm form, Criterion criterion, IReadOnlyDictionary<string, AnswerInput>? typed, IReadOnlyDictionary<string, string>? problems, CancellationToken cancel) =>
        await PageAsync(form, criterion, form.Review.MayDecide(user.Actor, criterion), typed, null, problems, cancel);

    private async Task<CriterionPage> PageAsync(
        ReviewForm form, Criterion criterion, Outcome mayJudge, IReadOnlyDictionary<string, AnswerInput>? typed, string? reason, IReadOnlyDictionary<string, string>? problems, CancellationToken cancel)
    {
        var id = form.Submission.Id;
        var declared = ReviewQuery.Sheet(await scores.ScoreAsync(form.Period, AnswerStage.Declared, cancel), form.Agency);
        var verifiedAll = await scores.ScoreAsync(form.Period, AnswerStage.Verified, cancel);
        var verified = ReviewQuery.Sheet(verifiedAll, form.Agency);
        var questions = form.Set.QuestionsOf(criterion);
        var codes = questions.Select(q => q.Code).ToList();
        var evidence = await db.CurrentEvidenceAsync(id, cancel);
        var previous = await scores.PreviousAsync(form.Period, form.Agency.AgencyId, cancel);
        var canJudge = mayJudge.Ok;
        var figures = await shared.OfAsync(form.Period, form.Set, form.Submission, codes, cancel);
        var verdict = form.Review.VerdictOn(criterion.Code);
        var draft = canJudge && typed is null ? await drafts.FindAsync(form, criterion, cancel) : null;
        if (draft is not null)
        {
            var fields = ReviewDrafts.FieldsOf(draft);
            (typed, reason) = (TypedOf(form, criterion, fields), fields["reason"].ToString());
        }

        var history = await HistoryAsync(form, criterion, codes, cancel);
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
            Questions = [.. questions.Select(q => Row(form, criterion, q, evidence, previous.GetValueOrDefault(q.Code), canJudge, typed?.GetValueOrDefault(q.Code), problems?.GetValueOrDefault(q.Code), declared) with { Shared = figures[q.Code] })],
            Verdict = verdict,
            JudgedBy = verdict is null ? null : history.Names.GetValueOrDefault(verdict.JudgedById, "–"),
            Reason = reason ?? verdict?.Reason ?? "",
            History = history.Lines,
            Findings = [.. FindingsOf(form, previous, evidence).Where(f => f.Questions.Any(codes.Contains) && f.Level != CheckLevel.Error)],
            Between = await comparisons.CompactAsync(form.Period, form.Agency, criterion, verifiedAll, cancel),
            Position = at + 1,
            Count = all.Count,
            Previous = at > 0 ? all[at - 1] : null,
            Next = at + 1 < all.Count ? all[at + 1] : null,
            MayJudge = mayJudge,
            DraftSavedAt = draft?.SavedAt,
            DraftIsOvertaken = draft is not null && verdict is not null && verdict.JudgedAt > draft.SavedAt,
            Second = form.Review.SecondOn(criterion.Code) is { ComparedAt: not null } second
                ? new SecondJudgement(second, history.Names.GetValueOrDefault(second.ReviewerId, "–"), Beside(form, criterion, second))
                : null,
        };
    }

    /// <summary>The agency's sheet as if the typed values were verified, with everybody else's as they are.</summary>
    private async Task<ScoreSheet> TryAsync(ReviewForm form, IReadOnlyDictionary<string, AnswerInput> typed, CancellationToken cancel)
    {
        var values = typed.ToDictionary(t => t.Key, t => AnswerText.Value(form.Set.FindQuestion(t.Key)!, t.Value.Json));
        return ReviewQuery.Sheet(await scores.TryAsync(form.Period, AnswerStage.Verified, form.Agency.Code, values, cancel), form.Agency);
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

    /// <summary>What a form posted for the criterion's questions.</summary>
    public static Dictionary<string, AnswerInput> TypedOf(ReviewForm form, Criterion criterion, IFormCollection fields) =>
        form.Set.QuestionsOf(criterion).Where(q => q.FilledBy != FilledBy.System).ToDictionary(q => q.Code, q => AnswerInput.Read(q, fields, Prefix));

    /// <summary>The values of both judgements, as people read them; only for who may know both.</summary>
    internal static List<(Question, string, string)> Beside(ReviewForm form, Criterion criterion, SecondReview second)
    {
        var values = second.Values();
        return [.. form.Set.QuestionsOf(criterion).Where(q => q.FilledBy != FilledBy.System).Select(q => (q, AnswerText.Of(q, form.Review.AnswerTo(q.Code)?.ValueAt(AnswerStage.Verified)), AnswerText.Of(q, values.GetValueOrDefault(q.Code))))];
    }

    private async Task<(IReadOnlyList<HistoryLine> Lines, Dictionary<int, string> Names)> HistoryAsync(ReviewForm form, Criterion criterion, List<string> codes, CancellationToken cancel)
    {
        var answers = form.Answers.Where(a => codes.Contains(a.QuestionCode)).ToDictionary(a => a.Id, a => form.Set.FindQuestion(a.QuestionCode)!);
        var ids = answers.Keys.ToList();
        var values = await db.AnswerChanges.AsNoTracking().Where(c => ids.Contains(c.AnswerId)).ToListAsync(cancel);
        var verdict = form.Review.VerdictOn(criterion.Code);
        var verdicts = verdict is null ? [] : await db.VerdictChanges.AsNoTracking().Where(c => c.VerdictId == verdict.Id).ToListAsync(cancel);
        var people = values.Select(c => c.ChangedById).Concat(verdicts.Select(c => c.ChangedById)).ToHashSet();
        if (verdict is not null)
            people.Add(verdict.JudgedById);
        if (form.Review.SecondOn(criterion.Code) is { ComparedAt: not null } second)
            people.Add(second.ReviewerId);
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var lines = values.Select(c => (Order: c.Id, Line: new HistoryLine(
                c.ChangedAt, answers[c.AnswerId].Code, c.Stage.Name(), AnswerText.Of(answers[c.AnswerId], c.From), AnswerText.Of(answers[c.AnswerId], c.To), Name(c.ChangedById), c.ChangedByRole, c.Reason)))
            .Concat(verdicts.Select(c => (c.Id, new HistoryLine(c.ChangedAt, "Kết luận", null, c.From?.Name(), c.To.Name(), Name(c.ChangedById), c.ChangedByRole, c.Reason))))
            .OrderByDescending(l => l.Item2.At).ThenByDescending(l => l.Item1).Select(l => l.Item2);
        return ([.. lines], names);

        string Name(int id) => names.GetValueOrDefault(id, "–");
    }

    private static IReadOnlyList<Finding> FindingsOf(ReviewForm form, IReadOnlyDictionary<string, AnswerValue> previous, List<Evidence> evidence)
    {
        var values = form.Answers.Where(a => a.ValueAt(AnswerStage.Verified) is not null && form.Set.FindQuestion(a.QuestionCode) is not null)
            .ToDictionary(a => a.QuestionCode, a => AnswerText.Value(form.Set.FindQuestion(a.QuestionCode)!, a.ValueAt(AnswerStage.Verified))!);
        return FormCheck.Run(form.Set, values, previous, evidence.ProvedQuestions()).All;
    }
}
