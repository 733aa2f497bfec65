using System.Text;
using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Results;

/// <summary>Builds the record that a verb freezes: set, values, all sheets, ranking, in a public and an internal part.</summary>
public sealed class ResultRecords(AppDbContext db, CriteriaSetCache sets, PeriodScores scores, IOptions<PortalOptions> portal, TimeProvider clock)
{
    /// <summary>The record as it would be frozen now. Not added to the context: the verb that freezes it decides first.</summary>
    /// <param name="period">With its agencies.</param>
    public Task<FrozenRecord> BuildAsync(Period period, RecordStage stage, CancellationToken cancel = default) => BuildAsync(period, stage, [], null, cancel);

    /// <summary>The record as it would be if some final values were others.</summary>
    /// <param name="corrected">Final values to be taken instead of the stored ones.</param>
    /// <param name="reason">Of the correction.</param>
    public async Task<FrozenRecord> BuildAsync(Period period, RecordStage stage, IReadOnlyList<CorrectionValue> corrected, string? reason, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var stored = await db.CriteriaSetVersions.AsNoTracking().SingleAsync(v => v.Id == period.CriteriaSetVersionId, cancel);
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.AgencyId, cancel);
        var cohort = Corrected(set, await scores.CohortAsync(period, AnswerStage.Final, cancel), submissions, period, corrected);
        var (self, verified, final) = (
            await scores.ScoreAsync(period, AnswerStage.Declared, cancel),
            await scores.ScoreAsync(period, AnswerStage.Verified, cancel),
            corrected.Count > 0 ? Scorer.Score(set, cohort) : await scores.ScoreAsync(period, AnswerStage.Final, cancel));
        var reviewers = await ReviewerHousesAsync(period, cancel);
        var publicJson = RecordJson.Write(Public(period, stage, set, stored.Sha256, submissions, final, reviewers));
        var publicSha = CanonicalJson.Sha256(publicJson);
        var internalJson = RecordJson.Write(await InternalAsync(period, publicSha, submissions, (self, verified, final), (corrected, reason), cancel));
        var answers = ScoredAnswers.Of(set, cohort);
        return new FrozenRecord(period.Id, stage, clock.UtcNow(), publicJson, publicSha, internalJson, CanonicalJson.Sha256(internalJson), Encoding.UTF8.GetString(CohortFile.Write(answers)));
    }

    private static Cohort Corrected(CriteriaSet set, Cohort cohort, Dictionary<int, Submission> submissions, Period period, IReadOnlyList<CorrectionValue> corrected)
    {
        var byAgency = corrected.ToLookup(v => period.FindAgency(submissions.Values.First(s => s.Id == v.SubmissionId).AgencyId)!.Code);
        return corrected.Count == 0 ? cohort : new Cohort([.. cohort.Agencies.Select(a =>
        {
            if (a.Answers is null || !byAgency.Contains(a.Code))
                return a;
            var answers = a.Answers.ToDictionary();
            foreach (var value in byAgency[a.Code])
            {
                answers.Remove(value.QuestionCode);
                if (value.To is { } json && AnswerJson.Read(set.FindQuestion(value.QuestionCode)!, json).Value is { } answer)
                    answers[value.QuestionCode] = answer;
            }

            return a with { Answers = answers };
        })]);
    }

    private static PublicRecord Public(
        Period period, RecordStage stage, CriteriaSet set, string setSha, Dictionary<int, Submission> submissions, CohortResult final, IReadOnlyDictionary<int, string> reviewers) => new(
        PublicRecord.FormatName,
        period.IsDemo ? DemoNotice.Text : null,
        stage.ToString().ToLowerInvariant(),
        new RecordCriteriaSet(
            set.Code,
            set.Version,
            set.Title,
            setSha,
            set.Scale.ToString(),
            [.. set.Groups.Select(g => new RecordGroup(g.Code, g.Name, g.Kind.ToString().ToLowerInvariant(), g.Max.ToString(), [.. g.Criteria.Select(c => new RecordCriterion(c.Code, c.Name, c.Max.ToString(), c.Rule.InWords(set), c.Basis, c.Guidance))]))],
            [.. set.Classes.Select(c => new RecordClass(c.Name, c.From.ToDecimalString()))]),
        new RecordPeriod(period.Code, period.Year, period.Title, $"{period.DataFrom:yyyy-MM-dd}", $"{period.DataThrough:yyyy-MM-dd}", period.DeadlineWording!, period.DisclosesDeclaredFigures),
        [.. period.Agencies.OrderBy(a => a.Order).Select(a => new RecordBlock(a.BlockCode, a.BlockName)).Distinct()],
        [.. final.Sheets.Select(sheet => Agency(period, sheet, submissions, reviewers))]);

    private static RecordAgency Agency(Period period, ScoreSheet sheet, Dictionary<int, Submission> submissions, IReadOnlyDictionary<int, string> reviewers)
    {
        var agency = period.FindAgency(sheet.AgencyCode)!;
        var submission = submissions.GetValueOrDefault(agency.AgencyId) is { IsSubmitted: true } s ? s : null;
        return new RecordAgency(
            sheet.AgencyCode,
            agency.Name,
            agency.BlockCode,
            agency.IsRanked,
            agency.NotRankedReason,
            submission?.TimelinessCode,
            reviewers.GetValueOrDefault(agency.AgencyId),
            sheet.Total.ToString(),
            sheet.ApplicableMax.ToString(),
            sheet.RankingScore?.ToString(),
            sheet.Rank,
            sheet.Class,
            [.. sheet.Groups.Select(g => new RecordGroupScore(g.Code, g.Points.ToString(), g.ApplicableMax.ToString(), g.Rank))],
            [.. sheet.Criteria.Select(c => new RecordCriterionScore(c.Code, c.Points?.ToString(), c.Max.ToString(), c.Applicable, Calculation(c, period.DisclosesDeclaredFigures)))]);
    }

    /// <summary>Rounding and steps quote figures, so they are public only where the period opens them.</summary>
    private static RecordCalculation? Calculation(CriterionScore score, bool disclosed)
    {
        if (!disclosed)
            return null;
        var calculation = score.Calculate();
        return new RecordCalculation(
            calculation.Rounding,
            [.. calculation.Inputs.Select(i => new RecordInput(i.Code, i.Text, i.Value))],
            [.. calculation.Steps.Select(s => new RecordStep(s.Text, s.Display))]);
    }

    private async Task<InternalRecord> InternalAsync(
        Period period, string publicSha, Dictionary<int, Submission> submissions, (CohortResult Self, CohortResult Verified, CohortResult Final) results, (IReadOnlyList<CorrectionValue> Values, string? Reason) correction,
        CancellationToken cancel)
    {
        var (self, verified, final) = results;
        var corrected = correction.Values.ToDictionary(v => (v.SubmissionId, v.QuestionCode));
        var ids = submissions.Values.Select(s => s.Id).ToList();
        var answers = (await db.Answers.AsNoTracking().Where(a => ids.Contains(a.SubmissionId)).ToListAsync(cancel)).ToLookup(a => a.SubmissionId);
        var verdicts = (await db.CriterionVerdicts.AsNoTracking().Where(v => ids.Contains(v.SubmissionId)).ToListAsync(cancel)).ToLookup(v => v.SubmissionId);
        var explanations = (await db.Explanations.AsNoTracking().AsSplitQuery().Include(e => e.Contested).Where(e => ids.Contains(e.SubmissionId) && e.State != ExplanationState.Drafted).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.SubmissionId);
        var evidence = (await db.Evidence.AsNoTracking().Where(e => ids.Contains(e.SubmissionId) && e.ExplanationId != null && e.RemovedAt == null).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.ExplanationId!.Value);
        var people = verdicts.SelectMany(v => v).Select(v => v.JudgedById)
            .Concat(submissions.Values.Select(s => s.SignedById ?? 0))
            .Concat(explanations.SelectMany(e => e).SelectMany(e => new[] { e.WrittenById, e.ConfirmedById ?? 0, e.SettledById ?? 0 }))
            .Where(id => id > 0).Distinct().ToList();
        var persons = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).OrderBy(u => u.Id).ToListAsync(cancel);
        return new InternalRecord(
            InternalRecord.FormatName,
            publicSha,
            [
                .. final.Sheets.Select((sheet, i) =>
                {
                    var submission = submissions.GetValueOrDefault(period.FindAgency(sheet.AgencyCode)!.AgencyId);
                    var id = submission is { IsSubmitted: true } ? submission.Id : 0;
                    var given = verdicts[id].ToDictionary(v => v.CriterionCode);
                    return new InternalAgency(
                        sheet.AgencyCode,
                        self.Sheets[i].Total.ToString(),
                        verified.Sheets[i].Total.ToString(),
                        sheet.Total.ToString(),
                        [
                            .. sheet.Criteria.Select((c, n) => new InternalCriterion(
                                c.Code,
                                self.Sheets[i].Criteria[n].Points?.ToString(),
                                verified.Sheets[i].Criteria[n].Points?.ToString(),
                                c.Points?.ToString(),
                                given.GetValueOrDefault(c.Code)?.Kind.ToString(),
                                given.GetValueOrDefault(c.Code)?.Reason,
                                Calculation(c, disclosed: true))),
                        ],
                        [
                            .. answers[id].OrderBy(a => a.QuestionCode, StringComparer.Ordinal).Select(a => new InternalAnswer(
                                a.QuestionCode, a.DeclaredJson, a.ValueAt(AnswerStage.Verified), a.VerifiedReason,
                                corrected.TryGetValue((id, a.QuestionCode), out var right) ? right.To : a.ValueAt(AnswerStage.Final), right is null ? a.FinalReason : correction.Reason)),
                        ],
                        [
                            .. explanations[id].Select(e => new InternalExplanation(
                                e.CriterionCode, e.Text, e.State.ToString(), e.SettlementReason, e.WrittenById, e.ConfirmedById, e.SettledById,
                                [.. e.Contested.Select(c => new InternalContest(c.QuestionCode, c.ClaimedJson, c.FinalJson))],
                                [.. evidence[e.Id].Select(d => d.Title)])),
                        ],
                        [.. sheet.Groups.Select((g, n) => new InternalGroup(g.Code, self.Sheets[i].Groups[n].Points.ToString(), verified.Sheets[i].Groups[n].Points.ToString(), g.Points.ToString()))]);
                }),
            ],
            [.. persons.Select(p => new RecordPerson(p.Id, p.DisplayName, p.Role.ToString()))]);
    }

    /// <summary>Which body verified each agency's form; the result page names the body, never a person.</summary>
    private async Task<IReadOnlyDictionary<int, string>> ReviewerHousesAsync(Period period, CancellationToken cancel)
    {
        var reviewers = period.Assignments.Select(a => a.ReviewerId).Distinct().ToList();
        var homes = await db.Users.AsNoTracking().Where(u => reviewers.Contains(u.Id) && u.Role == Role.Reviewer).ToDictionaryAsync(u => u.Id, u => u.AgencyId, cancel);
        var names = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return period.Assignments.GroupBy(a => a.AgencyId).ToDictionary(
            g => g.Key,
            g => string.Join(", ", g.Select(a => homes.GetValueOrDefault(a.ReviewerId) is { } home ? names.GetValueOrDefault(home) ?? portal.Value.LeadAgency : portal.Value.LeadAgency).Distinct().Order(StringComparer.Ordinal)));
    }
}
