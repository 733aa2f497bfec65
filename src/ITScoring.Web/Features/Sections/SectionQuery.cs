using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Presence;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Sections;

/// <summary>Builds the section page from the stored answers and, after a refusal, from what was typed.</summary>
public sealed class SectionQuery(AppDbContext db, CurrentUser user, FormState forms, OthersValues others, LastYearService lastYear, PresenceBoard presence, FormDeadlines deadlines)
{
    /// <param name="posted">What was typed, by question code; shown again where it could not be stored.</param>
    /// <param name="save">What came of it; null for a fresh page.</param>
    /// <param name="moreRowsOf">Question whose table gets more empty rows.</param>
    public async Task<SectionPage> PageAsync(
        OwnForm form, Section section, IReadOnlyDictionary<string, PostedAnswer>? posted = null, SectionSave? save = null, string? moreRowsOf = null, string? notice = null, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var proofs = await lastYear.ProofsAsync(form, cancel);
        var people = await AnsweredByAsync(form.Submission.Id, cancel);
        var questions = form.Set.QuestionsIn(section.Code);
        var conflicts = new Dictionary<string, string>();
        foreach (var (code, stored) in save?.Conflicts ?? [])
            conflicts[code] = await others.SavedAsync(form, posted![code], stored, cancel) + ", sau khi anh/chị mở trang. "
                + "Nội dung anh/chị nhập chưa được lưu và đang ở trong ô: bấm lưu lần nữa để dùng nội dung này, hoặc nhập lại nội dung kia.";
        var cards = questions.Select(q => Card(form, state, q, posted?.GetValueOrDefault(q.Code), conflicts.GetValueOrDefault(q.Code) ?? save?.Problems.GetValueOrDefault(q.Code), people, moreRowsOf, proofs)).ToList();
        var codes = questions.Select(q => q.Code).ToHashSet();
        var fed = form.Set.Criteria.Where(c => form.Set.QuestionsOf(c).Any(q => codes.Contains(q.Code))).ToList();
        var sections = form.Set.Sections;
        var at = sections.Select(s => s.Code).ToList().IndexOf(section.Code);
        return new SectionPage
        {
            Form = form,
            Section = section,
            Cards = cards,
            Criteria = [.. fed.Select(c => (c, state.Sheet.Criterion(c.Code)))],
            Sum = state.Sheet.SumOf(fed.Select(c => c.Code).ToHashSet()),
            IsProvisional = form.Period.State < PeriodState.Preliminary,
            Previous = at > 0 ? sections[at - 1] : null,
            Next = at + 1 < sections.Count ? sections[at + 1] : null,
            Number = at + 1,
            SectionCount = sections.Count,
            Deadline = await deadlines.OfAsync(form.Period, form.Agency, form.Submission, cancel),
            AllEvidence = state.Evidence,
            OthersHere = Meet(form, section),
            ConflictNotice = notice,
        };
    }

    private QuestionCard Card(OwnForm form, FormState.Loaded state, Question question, PostedAnswer? typed, string? problem, Dictionary<int, string> people, string? moreRowsOf,
        (IReadOnlyDictionary<string, string> Notes, IReadOnlyList<Evidence> Evidence) proofs)
    {
        var answer = state.Answers.GetValueOrDefault(question.Code);
        var canEdit = form.Submission.MayAnswer(form.Period, user.Actor, question).Ok;
        var isAsked = state.Findings.Asked.Contains(question.Code);
        // What only the reviewer is told is not the agency's to see.
        var findings = state.Findings.For(question.Code).Where(f => f.Level != CheckLevel.Inspector).ToList();
        var id = question.Code.ToLowerInvariant();
        var invalid = problem is not null || findings.Any(f => f.Level == CheckLevel.Error && f.Kind is not FindingKind.Missing and not FindingKind.EvidenceMissing);
        var describedBy = invalid || findings.Count > 0 ? id + "-f" : null;
        var more = moreRowsOf == question.Code ? 3 : 0;
        var showTyped = typed is not null && problem is not null;
        // What the page shows of system questions is what the portal computed.
        var value = question.FilledBy == FilledBy.System ? state.Values.GetValueOrDefault(question.Code) : AnswerText.Value(question, answer?.DeclaredJson);
        return new QuestionCard
        {
            Question = question,
            Answer = answer,
            Field = showTyped
                ? QuestionField.Typed(question, typed!.Input, "", invalid, describedBy, id + "-t", more, mayAddRows: canEdit)
                : QuestionField.Of(question, value, "", !canEdit, invalid, describedBy, id + "-t", more),
            Note = showTyped ? typed!.Note : answer?.Note,
            CanEdit = canEdit,
            IsAsked = isAsked,
            Problem = problem,
            Findings = findings,
            Evidence = state.Evidence.OfQuestion(question.Code),
            Last = state.Previous.TryGetValue(question.Code, out var previous) ? Last(form, state, question, previous, answer, canEdit, proofs) : null,
            ReturnReason = form.Submission.State == SubmissionState.Returned ? form.Submission.OpenReturn?.Items.FirstOrDefault(i => i.QuestionCode == question.Code)?.Reason : null,
            SavedBy = answer?.DeclaredById is { } by ? people.GetValueOrDefault(by) : null,
        };
    }

    private static LastYear Last(
        OwnForm form, FormState.Loaded state, Question question, AnswerValue previous, Answer? answer, bool canEdit, (IReadOnlyDictionary<string, string> Notes, IReadOnlyList<Evidence> Evidence) proofs) => new(
        question.Code,
        FieldTagHelper.IdOf(question.Code),
        AnswerText.Of(question, previous),
        proofs.Notes.GetValueOrDefault(question.Code),
        proofs.Evidence.OfQuestion(question.Code),
        answer is { TakenOver: true },
        canEdit,
        [.. state.Findings.For(question.Code).Where(f => f.Level == CheckLevel.Warning && form.Set.Checks.Any(c => c.Code == f.Code && c.Assert.ReadsPrevious(question.Code)) && !state.Notes.ContainsKey(f.Code)).Select(f => f.Code)]);

    /// <summary>Whoever gets the page has it open from now on.</summary>
    private IReadOnlyList<string> Meet(OwnForm form, Section section)
    {
        presence.Opened(PresenceBoard.SectionOf(form.Submission.Id, section.Code), user.UserId, user.DisplayName);
        return presence.Others(PresenceBoard.SectionOf(form.Submission.Id, section.Code), user.UserId);
    }

    /// <summary>Names of everybody whose value stands in the form.</summary>
    private Task<Dictionary<int, string>> AnsweredByAsync(int submissionId, CancellationToken cancel) =>
        db.Answers.Where(a => a.SubmissionId == submissionId).Select(a => a.DeclaredById).Distinct()
            .Join(db.Users, id => id, u => u.Id, (_, u) => new { u.Id, u.DisplayName })
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
}
