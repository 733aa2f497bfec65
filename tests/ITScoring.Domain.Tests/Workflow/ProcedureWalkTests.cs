using System.Collections.Concurrent;
using CsCheck;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using static ITScoring.Domain.Tests.Workflow.Procedure;
using Step = ITScoring.Domain.Tests.Workflow.ProcedureModel.Step;

namespace ITScoring.Domain.Tests.Workflow;

/// <summary>Random people do random things in random order; the entities must answer and stand as the model does.</summary>
public sealed class ProcedureWalkTests
{
    private static readonly Actor[] People =
    [
        Contributor, Editor, Head, Deputy, Reviewer, SecondReviewer, Manager, Leader,
        Deputy with { UserId = 5, ActingFrom = null },
        new(20, Role.Editor, Other), new(21, Role.Head, Other), new(22, Role.Reviewer, Office), Reviewer with { AgencyId = Own }, new(24, Role.Observer, null), new(25, Role.Administrator, Office),
    ];

    private static readonly Verb[] Verbs = [.. ProcedureTable.Verbs.Where(VerbAttempt.Exists)];
    private static readonly string[] Criteria = [.. ProcedureModel.Reads.Keys];
    private static readonly string[] Questions = ["A", "B", "W", "V", "T", "I", "C"];
    private static readonly int[] Hours = [0, 0, 0, 0, 1, 1, 2, 7, 26, 200];

    /// <summary>Raw numbers that become a step once the state is known: most steps are ones that the state and a role allow, so that walks come far.</summary>
    private static readonly Gen<(int Likely, int Pick, int Who, int Hours, int Criterion, int Question, int Value, int Luck)> Raw = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 9999], Gen.Int[0, People.Length - 1], Gen.Int[0, Hours.Length - 1], Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 4], Gen.Int[0, 19]);

    [Fact]
    public void Whatever_people_do_the_entities_answer_and_stand_as_the_procedure_says()
    {
        var done = new ConcurrentDictionary<Verb, int>();
        var refused = new ConcurrentDictionary<(Verb, RefusalKind), int>();
        Raw.Array[200].Sample(
            steps =>
            {
                var (model, site) = (new ProcedureModel(), new ProcedureSite());
                var now = Opening;
                for (var i = 0; i < steps.Length; i++)
                {
                    now = now.AddHours(Hours[steps[i].Hours]);
                    foreach (var step in Chosen(steps[i], model))
                        Take(model, site, step, now, done, refused);
                }
            },
            iter: 60);

        // A walk that never comes to a verb proves nothing about it.
        Assert.Empty(Verbs.Except(done.Keys));
        Assert.Equal(Enum.GetValues<RefusalKind>(), refused.Keys.Select(key => key.Item2).Distinct().Order());
        Assert.True(refused.Count >= 40, $"Only {refused.Count} kinds of refusal were met.");
    }

    private static void Take(
        ProcedureModel model, ProcedureSite site, Step step, DateTime now, ConcurrentDictionary<Verb, int> done, ConcurrentDictionary<(Verb, RefusalKind), int> refused)
    {
        if (step.Verb is Verb.ConfirmExplanation or Verb.Settle && model.Explanation is null)
            return;
        var was = new Fixed(site);
        var expected = model.Take(step, now);
        var before = expected is null ? null : site.Seen();

        var outcome = site.Do(step, now);

        Assert.True(expected == outcome.Refusal, $"{step} at {now:u}: expected {expected?.ToString() ?? "done"}, was {outcome.Refusal?.ToString() ?? "done"} {string.Join(" ", outcome.Problems)}");
        if (outcome.Refusal is { } kind)
        {
            Assert.Equal(before, site.Seen());
            refused.AddOrUpdate((step.Verb, kind), 1, (_, n) => n + 1);
        }
        else
        {
            done.AddOrUpdate(step.Verb, 1, (_, n) => n + 1);
        }

        site.MustStandAs(model);
        was.MustHold(site);
    }

    /// <summary>A step of the raw numbers; a reviewer about to finish first judges what is left, or walks would seldom pass there.</summary>
    private static IEnumerable<Step> Chosen((int Likely, int Pick, int Who, int Hours, int Criterion, int Question, int Value, int Luck) raw, ProcedureModel model)
    {
        var (verb, actor) = (Verbs[raw.Pick % Verbs.Length], People[raw.Who]);
        if (raw.Likely > 0)
        {
            var possible = Verbs.SelectMany(v => People.Select(p => (Verb: v, Actor: p)))
                .Where(pair => ProcedureTable.Refusal(pair.Verb, pair.Actor.Role, model.Period, ProcedureTable.ConcernsForm(pair.Verb) ? model.Form : null) is null).ToLookup(pair => pair.Verb);
            var ofForm = possible.Where(verb => ProcedureTable.ConcernsForm(verb.Key) && !model.Locked).ToList();
            var likely = ofForm.Count > 0 && raw.Luck < 17 ? ofForm : [.. possible];
            if (likely.Count > 0)
            {
                var of = likely[raw.Pick % likely.Count];
                (verb, actor) = of.ElementAt(raw.Who % of.Count());
            }
        }

        var reason = raw.Luck % 5 == 0 ? null : "Lý do.";
        if (verb == Verb.Finish && raw.Luck < 15)
        {
            foreach (var criterion in Criteria)
                yield return new Step(Verb.DecideInCouncil, Manager, criterion, criterion == "K.3" ? "I" : "A", "4", "Hội đồng thống nhất.", criterion == "K.3");
            yield return new Step(Verb.Judge, actor, "K.3", "I", "4", null, true);
            foreach (var criterion in Criteria.Where(code => code != "K.3"))
                yield return new Step(Verb.Judge, actor, criterion, "A", null, null, false);
            yield return new Step(Verb.JudgeSecond, People.Single(p => p.UserId == 22), "K.1", "A", model.At(AnswerStage.Verified, "A"), "Lý do.", true);
            foreach (var criterion in Criteria)
                yield return new Step(Verb.DecideInCouncil, Manager, criterion, criterion == "K.3" ? "I" : "A", "4", "Hội đồng thống nhất.", criterion == "K.3");
        }

        var question = verb is Verb.Answer or Verb.Return && model.Form == SubmissionState.Returned && raw.Luck < 12 ? model.Returned.FirstOrDefault("A")
            : verb is Verb.Explain ? (raw.Luck < 18 ? "B" : Questions[raw.Question])
            : verb is Verb.Judge or Verb.JudgeSecond or Verb.DecideInCouncil && raw.Luck < 15 ? ProcedureModel.Reads[Criteria[raw.Criterion]][0]
            : Questions[raw.Question];
        var way = raw.Hours switch { 4 => ProcedureModel.Way.Request, 5 => ProcedureModel.Way.Refer, _ => ProcedureModel.Way.Conclude };
        var under = verb == Verb.DecideInCouncil && raw.Luck < 16 ? model.Verdicts.FirstOrDefault(v => v.Value == Domain.Reviews.VerdictKind.ReferredToCouncil).Key ?? "K.1" : verb == Verb.JudgeSecond && raw.Luck < 18 ? "K.1" : Criteria[raw.Criterion];
        yield return new Step(verb, actor, under, question, Value(question, raw.Value), reason, raw.Pick % 2 == 0, way);
    }

    private static string? Value(string question, int value) => value == 0 ? null : question switch
    {
        "W" => value % 2 == 0 ? "true" : "false",
        "T" => $"\"Phòng {value}\"",
        "C" => "\"a\"",
        _ => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>What must not change any more, taken before a step.</summary>
    private sealed class Fixed(ProcedureSite site)
    {
        private readonly DateTime? _first = site.Form.FirstSubmittedAt;
        private readonly string? _timeliness = site.Form.TimelinessCode;
        private readonly int? _days = site.Form.WorkingDaysLate;
        private readonly bool _submitted = site.Form.IsSubmitted;
        private readonly HashSet<string> _returned = site.Form.State == SubmissionState.Returned ? [.. site.Form.OpenReturn!.Items.SelectMany(item => ProcedureModel.OpenedBy(item.QuestionCode))] : [];
        private readonly Dictionary<string, string?> _declared = site.Answers.ToDictionary(answer => answer.Key, answer => answer.Value.DeclaredJson);
        private readonly (int Moves, int Receipts, int Changes) _written = Written(site);

        public void MustHold(ProcedureSite now)
        {
            if (_first is not null)
                Assert.Equal((_first, _timeliness, _days), (now.Form.FirstSubmittedAt, now.Form.TimelinessCode, now.Form.WorkingDaysLate));
            if (_submitted)
                Assert.All(now.Answers.Where(answer => answer.Value.DeclaredJson != _declared.GetValueOrDefault(answer.Key)), answer => Assert.Contains(answer.Key, _returned));
            Assert.Equal(now.Form.Moves.Count + (now.Form.LockedAt is null ? 0 : 1), now.Form.StateVersion);
            var written = Written(now);
            Assert.True(written.Moves >= _written.Moves && written.Receipts >= _written.Receipts && written.Changes >= _written.Changes, "Something written down was taken away.");
            Assert.All(now.Answers.Values, ReplaysToItsValues);
        }

        private static (int Moves, int Receipts, int Changes) Written(ProcedureSite site) => (site.Form.Moves.Count, site.Form.Receipts.Count, site.Answers.Values.Sum(answer => answer.Changes.Count));

        /// <summary>The three values follow from the history alone.</summary>
        private static void ReplaysToItsValues(Answer answer)
        {
            string? declared = null;
            (bool Own, string? Json) verified = default, final = default;
            foreach (var change in answer.Changes)
            {
                switch (change.Stage)
                {
                    case AnswerStage.Declared:
                        Assert.Equal(declared, change.From);
                        declared = change.To;
                        break;
                    case AnswerStage.Verified:
                        Assert.Equal(verified.Own ? verified.Json : declared, change.From);
                        verified = change.To == declared ? default : (true, change.To);
                        break;
                    default:
                        Assert.Equal(final.Own ? final.Json : verified.Own ? verified.Json : declared, change.From);
                        final = (true, change.To);
                        break;
                }
            }

            Assert.Equal(declared, answer.ValueAt(AnswerStage.Declared));
            Assert.Equal(verified.Own ? verified.Json : declared, answer.ValueAt(AnswerStage.Verified));
            Assert.Equal(final.Own ? final.Json : verified.Own ? verified.Json : declared, answer.ValueAt(AnswerStage.Final));
        }
    }
}
