using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Demo;

/// <summary>That the published demonstration was played, not put there: what a real evaluation leaves behind is all there.</summary>
public sealed class DemoEvaluationTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private static readonly DateTime Begin = new(2018, 11, 19, 17, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Closing = new(2018, 12, 19, 17, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Publishing = new(2019, 4, 26, 7, 5, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Every_form_went_from_hand_to_hand_and_each_step_is_in_the_log_at_the_same_time()
    {
        var forms = await FormsAsync();
        var log = await portal.ReadAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.PeriodId == forms[0].PeriodId && e.Action.StartsWith("submission.")).ToListAsync());

        Assert.Equal(21, forms.Count);
        foreach (var form in forms)
        {
            var moves = form.Moves.OrderBy(m => m.Id).ToList();
            Assert.Equal(SubmissionState.Drafting, moves[0].From);
            Assert.Equal(moves.Skip(1).Select(m => m.From), moves.SkipLast(1).Select(m => m.To));
            Assert.Equal(SubmissionState.Verified, moves[^1].To);
            Assert.Equal((form.State, form.StateVersion, form.Revision), (SubmissionState.Verified, moves.Count, form.Receipts.Count));
            // The head signs what the editor presents, and a reviewer ends the verification.
            Assert.Equal(3, moves.Take(2).Append(moves[^1]).Select(m => m.MovedById).Distinct().Count());
            Assert.Equal(moves.Select(m => (m.From.ToString(), m.To.ToString())), log.Where(e => e.AgencyId == form.AgencyId).OrderBy(e => e.Id).Select(e => (e.From!, e.To!)));
            Assert.All(moves.Zip(log.Where(e => e.AgencyId == form.AgencyId).OrderBy(e => e.Id)), step => Assert.InRange(step.Second.At - step.First.MovedAt, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
            Assert.InRange(form.FirstSubmittedAt!.Value, Begin, Closing);
            Assert.Equal(("a", 0), (form.TimelinessCode, form.WorkingDaysLate));
        }

        // One form was returned and came again.
        var again = Assert.Single(forms, f => f.Returns.Count > 0);
        Assert.Equal((2, 6), (again.Receipts.Count, again.Moves.Count));
        Assert.NotNull(again.Returns[0].AnsweredAt);
        Assert.All(forms.Where(f => f != again), f => Assert.Equal(3, f.Moves.Count));
    }

    [Fact]
    public async Task Every_value_has_a_history_that_ends_in_it()
    {
        var forms = (await FormsAsync()).Select(f => f.Id).ToList();
        var answers = await portal.ReadAsync(db => db.Answers.AsNoTracking().Include(a => a.Changes).Where(a => forms.Contains(a.SubmissionId)).ToListAsync());

        Assert.True(answers.Count > 21 * 60, $"{answers.Count} answers.");
        foreach (var answer in answers)
        {
            foreach (var stage in Enum.GetValues<AnswerStage>())
            {
                var changes = answer.Changes.Where(c => c.Stage == stage).OrderBy(c => c.Id).ToList();
                Assert.All(changes, c => Assert.InRange(c.ChangedAt, Begin, Publishing));
                if (changes.Count > 0)
                    Assert.Equal((stage, answer.QuestionCode, answer.ValueAt(stage)), (stage, answer.QuestionCode, changes[^1].To));
                else
                    Assert.True(stage != AnswerStage.Declared ? !(stage == AnswerStage.Verified ? answer.HasVerified : answer.HasFinal) : answer.DeclaredJson is null, $"{answer.QuestionCode} has a {stage} value without a history.");
            }
        }

        // Four declared too high and one found too low; one of them was restored by an explanation.
        Assert.Equal(["STC N06", "SDL W03", "SKHCN U20", "SXD U20", "SYT U12"], (await NamedAsync(answers.Where(a => a.HasVerified && a.DeclaredJson is not null))).Order(StringComparer.Ordinal).OrderBy(n => n != "STC N06"));
        Assert.All(answers.Where(a => a.HasVerified && a.DeclaredJson is not null), a => Assert.NotNull(a.VerifiedReason));
        Assert.Equal(["SXD U20"], await NamedAsync(answers.Where(a => a.HasFinal)));
    }

    [Fact]
    public async Task Every_applicable_criterion_was_judged_by_an_assigned_reviewer_from_another_house()
    {
        var forms = await FormsAsync();
        var period = await portal.ReadAsync(db => db.Periods.AsNoTracking().Include(p => p.Assignments).SingleAsync(p => p.Code == "2018"));
        var homes = await portal.ReadAsync(db => db.Users.ToDictionaryAsync(u => u.Id, u => u.AgencyId));
        foreach (var form in forms)
        {
            var verdicts = await portal.ReadAsync(db => db.CriterionVerdicts.AsNoTracking().Where(v => v.SubmissionId == form.Id).ToListAsync());
            Assert.InRange(verdicts.Count, 49, 60);
            Assert.All(verdicts, v =>
            {
                Assert.True(v.Stands && period.IsAssigned(v.JudgedById, form.AgencyId) && homes[v.JudgedById] != form.AgencyId);
                Assert.Equal(v.Kind == VerdictKind.Adjusted, v.Reason is not null);
                Assert.InRange(v.JudgedAt, Closing, Publishing);
            });
        }
    }

    [Fact]
    public async Task Claims_are_proved_by_citations_and_links_and_earlier_figures_say_their_source()
    {
        var forms = (await FormsAsync()).Select(f => f.Id).ToList();
        var evidence = await portal.ReadAsync(db => db.Evidence.AsNoTracking().Include(e => e.Uses).Where(e => forms.Contains(e.SubmissionId)).ToListAsync());
        Assert.Equal(forms.Order(), evidence.Where(e => e.Kind == EvidenceKind.Citation).Select(e => e.SubmissionId).Distinct().Order());
        Assert.Contains(evidence, e => e.Kind == EvidenceKind.Link);
        Assert.All(evidence, e => Assert.NotEmpty(e.Uses));

        var figures = await portal.ReadAsync(db => db.PreviousFigures.AsNoTracking().Where(f => db.Periods.Any(p => p.Id == f.PeriodId && p.Code == "2018")).ToListAsync());
        Assert.True(figures.Count >= 21 * 4, $"{figures.Count} earlier figures.");
        Assert.All(figures, f => Assert.Equal("Phiếu khảo sát năm 2017 (số liệu minh họa)", f.Source));
    }

    [Fact]
    public async Task The_period_left_its_letters_its_two_records_and_one_publication()
    {
        var period = await portal.ReadAsync(db => db.Periods.AsNoTracking().Include(p => p.Letters).SingleAsync(p => p.Code == "2018"));
        Assert.Equal((PeriodState.Published, true), (period.State, period.IsDemo));
        Assert.Equal(["1120/STTTT-CNTT", "210/STTTT-CNTT", "45/TTr-STTTT", "0000/QĐ-UBND"], period.Letters.OrderBy(l => l.Id).Select(l => l.Number));

        var records = await portal.ReadAsync(db => db.FrozenRecords.AsNoTracking().Where(r => r.PeriodId == period.Id).OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([RecordStage.Preliminary, RecordStage.Proposal], records.Select(r => r.Stage));
        Assert.NotEqual(records[0].PublicSha256, records[1].PublicSha256);
        var publication = await portal.ReadAsync(db => db.Publications.AsNoTracking().SingleAsync());
        Assert.Equal((1, records[1].Id, "0000/QĐ-UBND"), (publication.Number, publication.RecordId, publication.DecisionNumber));
        Assert.Equal(publication.PublishedAt, period.PublishedAt!.Value, TimeSpan.FromSeconds(5));

        var log = await portal.ReadAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Subject == "2018" || e.PeriodId == period.Id).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(
            ["period.create", "period.plan", "period.import-previous", "period.open", "period.close", "period.send-preliminary", "period.propose", "period.approve", "period.publish", "period.par-rule"],
            log.Select(e => e.Action).Where(a => a.StartsWith("period.", StringComparison.Ordinal) && a != "period.assign"));
        Assert.Equal(21, log.Count(e => e.Action == "period.assign"));
        Assert.All(log, e => Assert.InRange(e.At, Begin, Publishing));
        Assert.All(log, e => Assert.NotNull(e.ActorId));
    }

    [Fact]
    public async Task A_second_period_stands_open_with_forms_in_every_state()
    {
        var period = await portal.ReadAsync(db => db.Periods.AsNoTracking().SingleAsync(p => p.Code == "2026"));
        var states = await portal.ReadAsync(db => db.Submissions.Where(s => s.PeriodId == period.Id).Select(s => s.State).ToListAsync());

        Assert.Equal((PeriodState.Open, true), (period.State, period.IsDemo));
        Assert.Equal(Enum.GetValues<SubmissionState>(), states.Distinct().Order());
        Assert.False(period.Deadline!.IsPast(PortalTemplates.Start.UtcDateTime));
    }

    [Fact]
    public async Task Its_verification_is_under_way_with_everything_that_a_reviewer_meets()
    {
        var period = await portal.ReadAsync(db => db.Periods.AsNoTracking().Include(p => p.Conflicts).SingleAsync(p => p.Code == "2026"));
        var ofPeriod = await portal.ReadAsync(db => db.Submissions.Where(s => s.PeriodId == period.Id).Select(s => s.Id).ToListAsync());
        var seconds = await portal.ReadAsync(db => db.SecondReviews.AsNoTracking().Where(r => ofPeriod.Contains(r.SubmissionId)).ToListAsync());
        var verdicts = await portal.ReadAsync(db => db.CriterionVerdicts.AsNoTracking().Where(v => ofPeriod.Contains(v.SubmissionId)).Select(v => v.Kind).Distinct().ToListAsync());
        var council = await portal.ReadAsync(db => db.Councils.AsNoTracking().Include(c => c.Members).Include(c => c.Sessions).SingleAsync(c => c.PeriodId == period.Id));

        Assert.Equal((3, 2), (seconds.Count, seconds.Count(r => r.ComparedAt is not null)));
        Assert.Equal([VerdictKind.Agreed, VerdictKind.Adjusted, VerdictKind.SupplementRequested, VerdictKind.ReferredToCouncil], verdicts.Order());
        Assert.Equal((5, 1), (council.Members.Count, council.Sessions.Count));
        Assert.Single(await portal.ReadAsync(db => db.CouncilDecisions.Where(d => ofPeriod.Contains(d.SubmissionId)).ToListAsync()));
        Assert.Single(period.Conflicts);
        Assert.Equal(21 * 4, await portal.ReadAsync(db => db.SharedFigures.CountAsync(f => f.PeriodId == period.Id)));
    }

    private Task<List<Submission>> FormsAsync() => portal.ReadAsync(db => db.Submissions.AsNoTracking().AsSplitQuery()
        .Include(s => s.Moves).Include(s => s.Receipts).Include(s => s.Returns)
        .Where(s => db.Periods.Any(p => p.Id == s.PeriodId && p.Code == "2018")).OrderBy(s => s.Id).ToListAsync());

    private Task<List<string>> NamedAsync(IEnumerable<Answer> answers) => portal.ReadAsync(async db =>
    {
        var codes = await db.Submissions.Join(db.Agencies, s => s.AgencyId, a => a.Id, (s, a) => new { s.Id, a.Code }).ToDictionaryAsync(x => x.Id, x => x.Code);
        return answers.Select(a => $"{codes[a.SubmissionId]} {a.QuestionCode}").Order(StringComparer.Ordinal).ToList();
    });
}
