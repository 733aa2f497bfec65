using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

/// <summary>Invented answers are the same every time, of the right shape, and the best ones bring more than the others.</summary>
public sealed class TrialAnswersTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);

    private static readonly IReadOnlyDictionary<string, AnswerValue> None = new Dictionary<string, AnswerValue>();

    private static readonly CriteriaSet Set = Sets.Read(FormatFolder.Read("qb-2018.json"));

    [Fact]
    public void The_same_set_gives_the_same_answers_and_each_fits_its_question()
    {
        var (first, second) = (new TrialAnswers(Set, Day), new TrialAnswers(Set, Day));
        foreach (var kind in Enum.GetValues<TrialKind>())
        {
            for (var i = 0; i < 4; i++)
            {
                var answers = first.For(kind, i, 4);
                Assert.Equal(answers.OrderBy(a => a.Key, StringComparer.Ordinal), second.For(kind, i, 4).OrderBy(a => a.Key, StringComparer.Ordinal));
                Assert.All(answers, a => Assert.DoesNotContain(FormCheck.OfValue(Set, Set.FindQuestion(a.Key)!, a.Value), f => f.Level == CheckLevel.Error));
            }
        }
    }

    [Fact]
    public void The_best_answers_bring_more_than_the_middle_ones_and_those_more_than_none()
    {
        var trial = new TrialAnswers(Set, Day);
        Points Of(TrialKind kind) => Scorer.Score(Set, new Cohort([new CohortAgency("A", null, "X", true, trial.For(kind, 0, 1), None)])).Sheets[0].RankingScore!.Value;

        Assert.True(Of(TrialKind.Best) > Of(TrialKind.Empty));
        Assert.True(Of(TrialKind.Best) >= Of(TrialKind.Middle));
        // The first of several has the best, the last one the least.
        Assert.Equal(trial.For(TrialKind.Best, 0, 5), trial.For(TrialKind.Mixed, 0, 5));
    }
}
