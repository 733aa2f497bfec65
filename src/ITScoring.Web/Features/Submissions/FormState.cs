using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>Everything that a form's pages say about its answers: values, findings, evidence, scores.</summary>
public sealed class FormState(AppDbContext db, PeriodScores scores, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>A form as it stands now.</summary>
    /// <param name="Answers">Stored answers by question code, not tracked.</param>
    /// <param name="Values">Declared values by question code, system answers filled in.</param>
    /// <param name="Previous">Last period's values.</param>
    /// <param name="Evidence">Not removed, oldest first.</param>
    /// <param name="Notes">Notes on warnings by finding code.</param>
    /// <param name="Sheet">Points of the declared values; provisional before the preliminary result.</param>
    public sealed record Loaded(
        IReadOnlyDictionary<string, Answer> Answers,
        IReadOnlyDictionary<string, AnswerValue> Values,
        IReadOnlyDictionary<string, AnswerValue> Previous,
        FormFindings Findings,
        IReadOnlyList<Domain.Submissions.Evidence> Evidence,
        IReadOnlyDictionary<string, CheckNote> Notes,
        ScoreSheet Sheet)
    {
        /// <summary>Codes of the criteria whose points rest on a claim without the evidence that it needs.</summary>
        public IReadOnlySet<string> UnprovedCriteria(CriteriaSet set) => Findings.Unproved is { Count: > 0 } unproved
            ? set.Criteria.Where(c => set.QuestionsOf(c).Any(q => unproved.Contains(q.Code))).Select(c => c.Code).ToHashSet()
            : new HashSet<string>();

        /// <summary>Tells two states of a section apart.</summary>
        public string ContentOf(OwnForm form, Section section) => SectionContent.Sha256(form.Set, section.Code, Answers.Values, Evidence);
    }

    public async Task<Loaded> OfAsync(OwnForm form, CancellationToken cancel = default)
    {
        var id = form.Submission.Id;
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == id).ToListAsync(cancel);
        var evidence = await db.CurrentEvidenceAsync(id, cancel);
        var notes = await db.CheckNotes.AsNoTracking().Where(n => n.SubmissionId == id).ToDictionaryAsync(n => n.FindingCode, cancel);
        var previous = await scores.PreviousAsync(form.Period, form.Agency.AgencyId, cancel);
        var timeliness = form.Submission.TimelinessAt(clock.UtcNow(), form.Deadline, await calendar.GetAsync(cancel));
        var values = PeriodScores.Values(form.Set, answers, AnswerStage.Declared, timeliness);
        var proved = evidence.ProvedQuestions();
        var sheet = SeesOnlyItself(form)
            ? await scores.ProvisionalAsync(form.Period, form.Submission, answers, previous, cancel)
            : (await scores.ScoreAsync(form.Period, AnswerStage.Declared, cancel)).Sheets.Single(s => s.AgencyCode == form.Agency.Code);
        return new Loaded(
            answers.ToDictionary(a => a.QuestionCode),
            values,
            previous,
            FormCheck.Run(form.Set, values, previous, proved),
            evidence,
            notes,
            sheet);
    }

    /// <summary>The form's points if other values were declared, seen as its own points are; nothing is stored.</summary>
    /// <param name="values">By question code, system answers included.</param>
    public Task<ScoreSheet> TryAsync(OwnForm form, IReadOnlyDictionary<string, AnswerValue> values, IReadOnlyDictionary<string, AnswerValue> previous, CancellationToken cancel = default) =>
        SeesOnlyItself(form)
            ? scores.ProvisionalAsync(form.Period, form.Submission, values, previous, cancel)
            : scores.TryAsync(form.Period, form.Submission, values, cancel);

    private static bool SeesOnlyItself(OwnForm form) => form.Period.State < PeriodState.Preliminary || !form.Submission.IsSubmitted;
}
