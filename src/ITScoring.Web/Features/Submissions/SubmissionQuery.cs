using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>Builds the task list.</summary>
public sealed class SubmissionQuery(AppDbContext db, FormState forms, CurrentUser user, FormDeadlines deadlines)
{
    private const int RecentChanges = 6;

    public async Task<SubmissionPage> PageAsync(OwnForm form, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var id = form.Submission.Id;
        var changes = await (
            from change in db.AnswerChanges.AsNoTracking()
            join answer in db.Answers.AsNoTracking() on change.AnswerId equals answer.Id
            where answer.SubmissionId == id && change.Stage == AnswerStage.Declared
            orderby change.Id descending
            select new { change.ChangedAt, change.ChangedById, answer.QuestionCode, change.To }).Take(RecentChanges).ToListAsync(cancel);
        var moves = await db.SubmissionMoves.AsNoTracking().Where(m => m.SubmissionId == id).OrderByDescending(m => m.Id).ToListAsync(cancel);
        var given = await db.SectionAssignments.AsNoTracking().Where(a => a.SubmissionId == id).ToListAsync(cancel);
        var done = await db.SectionsDone.AsNoTracking().Where(d => d.SubmissionId == id).ToDictionaryAsync(d => d.SectionCode, cancel);
        var ids = changes.Select(c => c.ChangedById).Concat(moves.Select(m => m.MovedById)).Concat(given.Select(a => a.ContributorId)).Concat(done.Values.Select(d => d.DeclaredById)).Append(form.Submission.SignedById ?? 0).Distinct().ToList();
        var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var shown = new HashSet<string>();
        return new SubmissionPage
        {
            Form = form,
            Sections = [.. form.Set.Sections.Select(s => Shared(Row(form, state, s, shown), form, state, [.. given.Where(a => a.SectionCode == s.Code)], done.GetValueOrDefault(s.Code), people))],
            Sheet = state.Sheet,
            IsProvisional = form.Period.State < PeriodState.Preliminary,
            Errors = state.Findings.All.Count(f => f.Level == CheckLevel.Error && f.Kind is not FindingKind.Missing),
            Warnings = state.Findings.All.Count(f => f.Level == CheckLevel.Warning && !state.Notes.ContainsKey(f.Code)),
            Deadline = await deadlines.OfAsync(form.Period, form.Agency, form.Submission, cancel),
            SignedBy = form.Submission.SignedById is { } signer ? (moves.FirstOrDefault(m => m.Verb == Verb.Submit)?.MovedByRole == Role.Deputy ? "KT. thủ trưởng, " : "") + people.GetValueOrDefault(signer) : null,
            Changes = [.. changes.Select(c => new RecentChange(c.ChangedAt, people.GetValueOrDefault(c.ChangedById, "–"), c.QuestionCode, Describe(form.Set, c.QuestionCode, c.To)))],
            Moves = [.. moves.Select(m => (m, people.GetValueOrDefault(m.MovedById, "–")))],
        };
    }

    private static SectionRow Row(OwnForm form, FormState.Loaded state, Section section, HashSet<string> shown)
    {
        var questions = form.Set.QuestionsIn(section.Code).Where(q => q.FilledBy == FilledBy.Agency).ToList();
        var codes = questions.Select(q => q.Code).ToHashSet();
        var asked = SectionRow.Required(form, state, section);
        // A criterion counts for the first section that feeds it mostly by its own questions, so that the rows add up to the form.
        var fed = form.Set.Criteria.Where(c => SectionOf(form.Set, c) == section.Code && shown.Add(c.Code)).Select(c => c.Code).ToHashSet();
        var findings = state.Findings.All.Where(f => f.Questions.Any(codes.Contains)).ToList();
        return new SectionRow(
            section,
            asked.Count(q => state.Values.ContainsKey(q.Code)),
            asked.Count,
            findings.Count(f => f.Level == CheckLevel.Error && f.Kind is not FindingKind.Missing),
            findings.Count(f => f.Level == CheckLevel.Warning && !state.Notes.ContainsKey(f.Code)),
            form.Submission.State == SubmissionState.Returned ? form.Submission.OpenReturn!.Items.Count(i => codes.Contains(i.QuestionCode)) : 0,
            fed.Count == 0 ? null : state.Sheet.SumOf(fed));
    }

    /// <summary>Adds who has the section and whether somebody said that it is done.</summary>
    private SectionRow Shared(SectionRow row, OwnForm form, FormState.Loaded state, IReadOnlyList<SectionAssignment> given, SectionDone? done, Dictionary<int, string> people)
    {
        var content = state.ContentOf(form, row.Section);
        var mine = given.Any(a => a.ContributorId == user.UserId);
        return row with
        {
            GivenTo = [.. given.Select(a => people.GetValueOrDefault(a.ContributorId, "–")).Order(StringComparer.Create(VietnamTime.Culture, false))],
            IsMine = mine,
            DueOn = given.Count > 0 ? given[0].DueOn : null,
            Word = given.Count > 0 ? given[0].Word : null,
            Done = done is null ? null : (people.GetValueOrDefault(done.DeclaredById, "–"), done.DeclaredAt),
            IsDone = done?.Stands(content) == true,
            MayDeclare = row.Asked > 0 && form.Submission.LockedAt is null && form.Submission.IsOwnSection(user.Actor, row.Section.Code)
                && VerbTable.Check(Verb.Answer, user.Role, form.Period.State, form.Submission.State).Ok,
            Content = content,
        };
    }

    /// <summary>The section in which most of a criterion's questions stand.</summary>
    private static string? SectionOf(CriteriaSet set, Criterion criterion) =>
        set.QuestionsOf(criterion).GroupBy(q => q.Section).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;

    private static string Describe(CriteriaSet set, string code, string? json)
    {
        var text = set.FindQuestion(code) is { } question ? AnswerText.Of(question, json) : json ?? AnswerText.Unanswered;
        return text.Length > 80 ? text[..80] + "…" : text;
    }
}
