using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ITScoring.Web.Scoring;

/// <summary>
/// Scores of a period, always computed by the engine from the stored answers. Results are cached, with the cohorts that they were computed from, by period, stage, cohort version and the last
/// published period, whose figures they compare with; every write of a verified or final value raises the version in its own save, and every write of a declared one leaves a row in the history.
/// </summary>
public sealed class PeriodScores(
    AppDbContext db, CriteriaSetCache sets, PreviousAnswers previousAnswers, WorkingCalendar calendar, IMemoryCache cache, TimeProvider clock)
{
    /// <summary>Results kept for a period and stage: a move shows the state before it and the one after, and pages of a moment ago still ask.</summary>
    private const int MostStates = 4;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Every agency of the period with its answers of one stage as they are stored now; agencies that never submitted have none.</summary>
    /// <param name="period">With its agencies loaded.</param>
    public async Task<Cohort> CohortAsync(Period period, AnswerStage stage, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.AgencyId, cancel);
        var ids = submissions.Values.Where(s => s.IsSubmitted).Select(s => s.Id).ToList();
        var answers = (await db.Answers.AsNoTracking().Where(a => ids.Contains(a.SubmissionId)).ToListAsync(cancel)).ToLookup(a => a.SubmissionId);
        var previous = await previousAnswers.AllAsync(period, cancel);
        var working = await calendar.GetAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;

        return new Cohort([.. period.Agencies.OrderBy(a => a.Order).Select(agency =>
        {
            var submitted = submissions.GetValueOrDefault(agency.AgencyId) is { IsSubmitted: true } s ? s : null;
            return new CohortAgency(
                agency.Code,
                agency.Name,
                agency.BlockCode,
                agency.IsRanked,
                submitted is null ? null : Values(set, answers[submitted.Id], stage, submitted.TimelinessAt(now, period.DeadlineOf(agency), working)),
                previous.GetValueOrDefault(agency.AgencyId) ?? new Dictionary<string, AnswerValue>());
        })]);
    }

    /// <summary>The engine's result for all agencies of the period at one stage.</summary>
    public async Task<CohortResult> ScoreAsync(Period period, AnswerStage stage, CancellationToken cancel = default) => (await StandingAsync(period, stage, cancel)).Result;

    /// <summary>A cohort with its result, kept until something changes that they depend on.</summary>
    public async Task<(Cohort Cohort, CohortResult Result)> StandingAsync(Period period, AnswerStage stage, CancellationToken cancel = default)
    {
        // A declared value changes without touching the period, but never without a row that tells of it.
        var lastChange = stage == AnswerStage.Declared ? await db.AnswerChanges.MaxAsync(c => (long?)c.Id, cancel) : null;
        // Forms come in without touching the period, so the key also knows how many official submissions there were.
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).SumAsync(s => s.StateVersion, cancel);
        // An earlier year that is published or corrected meanwhile changes previous().
        var last = await previousAnswers.LastPublishedAsync(period, cancel);
        var state = new CohortState(period.CohortVersion, lastChange, submissions, last?.Id, last?.Version, last?.CohortVersion);
        var key = (nameof(PeriodScores), period.Id, stage);
        var known = cache.Get<StandingScores[]>(key) ?? [];
        if (known.FirstOrDefault(k => k.State == state) is { } kept)
            return (kept.Cohort, kept.Result);
        var cohort = await CohortAsync(period, stage, cancel);
        var result = Scorer.Score(await sets.GetAsync(period, cancel), cohort);
        // Of two that end at once one is forgotten, and computed again when it is asked for.
        cache.Set(key, (StandingScores[])[new(state, cohort, result), .. known.Take(MostStates - 1)], Kept);
        return (cohort, result);
    }

    /// <summary>
    /// What an agency may see before the preliminary result: its declared values (submitted or not), best-of-cohort rules
    /// from its own value and the last published best only.
    /// </summary>
    public async Task<ScoreSheet> ProvisionalAsync(Period period, Submission submission, CancellationToken cancel = default)
    {
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == submission.Id).ToListAsync(cancel);
        return await ProvisionalAsync(period, submission, answers, await previousAnswers.OfAsync(period, submission.AgencyId, cancel), cancel);
    }

    /// <inheritdoc cref="ProvisionalAsync(Period, Submission, CancellationToken)"/>
    /// <param name="answers">All answers of the form, stored or about to be.</param>
    /// <param name="previous">As <see cref="PreviousAsync"/> gives them.</param>
    public async Task<ScoreSheet> ProvisionalAsync(
        Period period, Submission submission, IEnumerable<Answer> answers, IReadOnlyDictionary<string, AnswerValue> previous, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var timeliness = submission.TimelinessAt(clock.GetUtcNow().UtcDateTime, period.DeadlineOf(period.FindAgency(submission.AgencyId)!), await calendar.GetAsync(cancel));
        return await ProvisionalAsync(period, submission, Values(set, answers, AnswerStage.Declared, timeliness), previous, cancel);
    }

    /// <inheritdoc cref="ProvisionalAsync(Period, Submission, CancellationToken)"/>
    /// <param name="values">Declared or only tried, by question code, system answers included.</param>
    /// <param name="previous">As <see cref="PreviousAsync"/> gives them.</param>
    public async Task<ScoreSheet> ProvisionalAsync(
        Period period, Submission submission, IReadOnlyDictionary<string, AnswerValue> values, IReadOnlyDictionary<string, AnswerValue> previous, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var agency = period.FindAgency(submission.AgencyId)!;
        var own = new CohortAgency(agency.Code, agency.Name, agency.BlockCode, agency.IsRanked, values, previous);
        return Scorer.ScoreProvisionally(set, own, await LastPublishedBestAsync(period, set, agency.BlockCode, cancel));
    }

    /// <summary>The sheet of one agency among all declared values if its own were others; for when the agencies may see each other's.</summary>
    /// <param name="values">By question code, system answers included.</param>
    public async Task<ScoreSheet> TryAsync(Period period, Submission submission, IReadOnlyDictionary<string, AnswerValue> values, CancellationToken cancel = default)
    {
        var code = period.FindAgency(submission.AgencyId)!.Code;
        var (cohort, _) = await StandingAsync(period, AnswerStage.Declared, cancel);
        var tried = new Cohort([.. cohort.Agencies.Select(a => a.Code == code ? a with { Answers = values } : a)]);
        return Scorer.Score(await sets.GetAsync(period, cancel), tried).Sheets.Single(s => s.AgencyCode == code);
    }

    /// <summary>The result of the whole cohort at a stage if some values of one agency were others.</summary>
    /// <param name="values">By question code; null: unanswered.</param>
    public async Task<CohortResult> TryAsync(Period period, AnswerStage stage, string agencyCode, IReadOnlyDictionary<string, AnswerValue?> values, CancellationToken cancel = default)
    {
        var (cohort, _) = await StandingAsync(period, stage, cancel);
        return Scorer.Score(await sets.GetAsync(period, cancel), new Cohort([.. cohort.Agencies.Select(a =>
        {
            if (a.Code != agencyCode || a.Answers is null)
                return a;
            var answers = a.Answers.ToDictionary();
            foreach (var (code, value) in values)
            {
                if (value is null)
                    answers.Remove(code);
                else
                    answers[code] = value;
            }

            return a with { Answers = answers };
        })]));
    }

    /// <summary>Earlier values of one agency by question.</summary>
    public Task<IReadOnlyDictionary<string, AnswerValue>> PreviousAsync(Period period, int agencyId, CancellationToken cancel = default) =>
        previousAnswers.OfAsync(period, agencyId, cancel);

    /// <summary>The values of a form at one stage, with the questions that the portal computes filled in.</summary>
    public static Dictionary<string, AnswerValue> Values(CriteriaSet set, IEnumerable<Answer> answers, AnswerStage stage, Timeliness timeliness)
    {
        var values = new Dictionary<string, AnswerValue>();
        foreach (var answer in answers)
        {
            if (answer.ValueAt(stage) is { } json && set.FindQuestion(answer.QuestionCode) is { } question && AnswerJson.Read(question, json).Value is { } value)
                values[answer.QuestionCode] = value;
        }

        foreach (var question in set.Questions.Where(q => q.FilledBy == FilledBy.System))
            values[question.Code] = new ChoiceAnswer(timeliness.Code);
        return values;
    }

    private async Task<IReadOnlyDictionary<string, Rational>> LastPublishedBestAsync(Period period, CriteriaSet set, string block, CancellationToken cancel)
    {
        if (await previousAnswers.LastPublishedAsync(period, cancel) is not { } last)
            return new Dictionary<string, Rational>();
        // What was published changes with a correction only, and that raises the version.
        var key = (nameof(LastPublishedBestAsync), last.Id, last.Version, last.CohortVersion, period.CriteriaSetVersionId, block);
        if (cache.TryGetValue(key, out IReadOnlyDictionary<string, Rational>? known))
            return known!;
        return cache.Set(key, ComparableBests.Of(set, await ScoreAsync(last, AnswerStage.Final, cancel), block), Kept);
    }

    /// <summary>All that a result depends on.</summary>
    private sealed record CohortState(int Version, long? LastDeclared, int Submissions, int? LastPublished, int? ItsVersion, int? ItsCohort);

    private sealed record StandingScores(CohortState State, Cohort Cohort, CohortResult Result);
}
