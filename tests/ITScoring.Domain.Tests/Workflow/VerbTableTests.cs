using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Tests.Workflow;

public sealed class VerbTableTests
{
    private static readonly SubmissionState?[] NoFormAndAll = [null, .. Enum.GetValues<SubmissionState>()];

    public static TheoryData<Verb, Role> VerbsAndRoles
    {
        get
        {
            var all = new TheoryData<Verb, Role>();
            foreach (var verb in ProcedureTable.Verbs)
            {
                foreach (var role in Enum.GetValues<Role>())
                    all.Add(verb, role);
            }

            return all;
        }
    }

    [Fact]
    public void Every_verb_has_its_line() => Assert.Equal(Enum.GetValues<Verb>().Order(), ProcedureTable.Verbs.Order());

    /// <summary>The table alone, asked by pages for what to offer.</summary>
    [Theory]
    [MemberData(nameof(VerbsAndRoles))]
    public void The_table_allows_a_role_its_verbs_in_the_listed_states_and_refuses_the_rest(Verb verb, Role role)
    {
        var wrong = new List<string>();
        foreach (var period in Enum.GetValues<PeriodState>())
        {
            foreach (var form in NoFormAndAll)
            {
                var expected = ProcedureTable.Refusal(verb, role, period, form);
                var outcome = VerbTable.Check(verb, role, period, form);
                if (outcome.Refusal != expected || outcome.Ok != (outcome.Problems.Count == 0))
                    wrong.Add($"{period}, {form?.ToString() ?? "no form"}: expected {Named(expected)}, was {Named(outcome.Refusal)} {string.Join(" ", outcome.Problems)}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The verbs themselves, with everything else right: done with their effect, or refused and nothing changed.</summary>
    [Theory]
    [MemberData(nameof(VerbsAndRoles))]
    public void The_verb_itself_is_done_in_the_listed_states_and_refused_in_the_rest(Verb verb, Role role)
    {
        if (!VerbAttempt.Exists(verb))
            return;
        var wrong = new List<string>();
        foreach (var period in Enum.GetValues<PeriodState>())
        {
            foreach (var form in ProcedureTable.ConcernsForm(verb) ? Enum.GetValues<SubmissionState>().Cast<SubmissionState?>() : [null])
            {
                var expected = ProcedureTable.Refusal(verb, role, period, form);
                var attempt = new VerbAttempt(verb, role, period, form);
                var before = attempt.Seen();
                var outcome = attempt.Make();
                var effect = outcome.Ok ? attempt.MissingEffect() : attempt.Seen() == before ? null : "something changed";
                if (outcome.Refusal != expected || effect is not null)
                    wrong.Add($"{period}, {form?.ToString() ?? "no form"}: expected {Named(expected)}, was {Named(outcome.Refusal)} {string.Join(" ", outcome.Problems)} {effect}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string Named(RefusalKind? refusal) => refusal?.ToString() ?? "done";
}
