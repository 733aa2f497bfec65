using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Trials;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.CriteriaSets;

/// <summary>A draft tried on the answers of an earlier period; all numbers are worked by hand.</summary>
public sealed class SetTrialTests
{
    private const string Classes = """ "classes": [{"name": "Tốt", "from": 0.7}, {"name": "Còn lại", "from": 0}] """;

    // Full mark 20: K.1 compares with the best A, K.2 is a share.
    private static readonly CriteriaSet InForce = WithClasses(
        [
            """ "code": "A", "type": "integer" """, """ "code": "B", "type": "decimal" """, """ "code": "D", "type": "integer" """,
            """ "code": "C", "type": "choice", "options": [{"code": "x", "text": "Có đủ"}, {"code": "y", "text": "Chưa"}] """,
            """ "code": "F", "type": "text" """,
        ],
        (10, """ "rule": {"kind": "bestOfCohort", "value": "A"} """),
        (10, """ "rule": {"kind": "ratio", "value": "B / A"} """));

    // Full mark 100. B must be whole now, D is yes or no, C has lost y, N is new.
    private static readonly CriteriaSet Draft = WithClasses(
        [
            """ "code": "A", "type": "integer" """, """ "code": "B", "type": "integer" """, """ "code": "D", "type": "yesNo" """,
            """ "code": "C", "type": "choice", "options": [{"code": "x", "text": "Có đủ"}, {"code": "z", "text": "Chưa có"}] """,
            """ "code": "F", "type": "text" """, """ "code": "N", "type": "integer" """,
        ],
        (40, """ "rule": {"kind": "bestOfCohort", "value": "A"} """),
        (30, """ "rule": {"kind": "ratio", "value": "B / A"} """),
        (20, """ "rule": {"kind": "choice", "question": "C", "points": {"x": 20}} """),
        (10, """ "rule": {"kind": "ratio", "value": "N / A"} """));

    private static readonly SetTrial Trial = SetTrial.Of(InForce, Draft, new Cohort(
    [
        Sets.Agency(InForce, "X", """{"A": 40, "B": 40, "C": "x", "D": 5}"""),
        Sets.Agency(InForce, "Y", """{"A": 20, "B": 20, "C": "y"}"""),
        Sets.Agency(InForce, "Z", """{"A": 10, "B": 10, "C": "x"}"""),
        Sets.Agency(InForce, "W", null),
    ]));

    [Fact]
    public void Each_agency_stands_under_both_sets_on_the_scale_of_the_draft()
    {
        // In force: X 10 + 10, Y 5 + 10, Z 2,5 + 10 of 20. Draft: X 40 + 30 + 20, Y 20 + 30 (its y is left out), Z 10 + 30 + 20 of 100.
        Assert.Equal(
            [
                ("X", "100.00", "90.00", 1, 1, "-10.00"), ("Y", "75.00", "50.00", 2, 3, "-25.00"),
                ("Z", "62.50", "60.00", 3, 2, "-2.50"), ("W", "0.00", "0.00", null, null, "0.00"),
            ],
            Trial.Agencies.Select(a => (a.AgencyCode, a.Before.Score.ToString(), a.After.Score.ToString(), a.Before.Rank, a.After.Rank, a.Change.ToString())));
        Assert.Equal([0, -1, 1, null], Trial.Agencies.Select(a => a.PlacesWon));
        Assert.Equal(("Tốt", "Còn lại"), (Trial.Agencies[1].Before.Class, Trial.Agencies[1].After.Class));
        Assert.Equal(["Y"], Trial.Agencies.Where(a => a.ChangesClass).Select(a => a.AgencyCode));
        Assert.Equal(["Y", "X", "Z"], Trial.Movers.Select(a => a.AgencyCode));
    }

    [Fact]
    public void Criteria_that_tell_nobody_apart_or_that_nobody_reaches_are_seen()
    {
        Assert.Equal(
            [("K.1", "10.00", "40.00", 3, 1), ("K.2", "30.00", "30.00", 3, 3), ("K.3", "0.00", "20.00", 2, 2), ("K.4", "0.00", "0.00", 0, 0)],
            Trial.Criteria.Select(c => (c.Criterion.Code, c.Least.ToString(), c.Most.ToString(), c.WithAny, c.WithMax)));
        // W handed in nothing and does not count.
        Assert.All(Trial.Criteria, c => Assert.Equal(3, c.Agencies));
        Assert.Equal(["K.2", "K.4"], Trial.Criteria.Where(c => c.HasNoSpread).Select(c => c.Criterion.Code));
        Assert.Equal(["K.4"], Trial.Criteria.Where(c => c.NobodyGetsAny).Select(c => c.Criterion.Code));
        Assert.Equal(["K.4"], Trial.Criteria.Where(c => c.NobodyGetsMax).Select(c => c.Criterion.Code));
        Assert.Equal([[], [], ["C"], ["N"]], Trial.Criteria.Select(c => c.Gaps));
    }

    [Fact]
    public void Who_sets_the_scale_and_what_the_others_would_win_without_it()
    {
        // Without X the best A is 20: Y 40 (+20), Z 20 (+10).
        var leverage = Assert.Single(Trial.Criteria[0].Leverage);

        Assert.Equal(("X", "30.00"), (leverage.AgencyCode, leverage.Total.ToString()));
        Assert.Equal([("Y", "20.00", "40.00"), ("Z", "10.00", "20.00")], leverage.Changes.Select(c => (c.AgencyCode, c.Now.ToString(), c.Then.ToString())));
        Assert.All(Trial.Criteria.Skip(1), c => Assert.Empty(c.Leverage));
    }

    [Fact]
    public void Questions_without_answers_are_listed_with_the_reason_and_the_agencies() => Assert.Equal(
        [
            ("D", TrialGap.TypeChanged, "X"), ("C", TrialGap.ValueDoesNotFit, "Y"), ("F", TrialGap.NeverAnswered, "X Y Z"), ("N", TrialGap.New, "X Y Z"),
        ],
        Trial.Gaps.Select(g => (g.Question.Code, g.Gap, string.Join(' ', g.AgencyCodes))));

    [Fact]
    public void A_fraction_does_not_fit_a_whole_number_and_is_left_out()
    {
        var trial = SetTrial.Of(InForce, Draft, new Cohort([Sets.Agency(InForce, "X", """{"A": 40, "B": 20.5}""")]));

        Assert.Equal(("20.5 does not fit", "0.00"), (trial.Gaps.Single(g => g.Question.Code == "B").Gap == TrialGap.ValueDoesNotFit ? "20.5 does not fit" : "", trial.After.Sheets[0].Criterion("K.2").Points.ToString()));
    }

    [Fact]
    public void Previous_values_move_too()
    {
        var draft = Sets.Of([""" "code": "A", "type": "integer" """], (10, """ "rule": {"kind": "ratio", "value": "previous(A) / A"} """));

        // 30 of 40 is three quarters of 10.
        var trial = SetTrial.Of(InForce, draft, new Cohort([Sets.Agency(InForce, "X", """{"A": 40}""", """{"A": 30, "D": 1}""")]));

        Assert.Equal("7.50", trial.After.Sheets[0].Criterion("K.1").Points.ToString());
        Assert.Empty(trial.Gaps);
    }

    [Fact]
    public void The_same_set_moves_nobody()
    {
        var trial = SetTrial.Of(Sets.Default, Sets.Default, Sets.ReadCohort(Sets.Default, FormatFolder.Read("vectors", "qb-2018-cohort", "cohort.json")));

        Assert.Empty(trial.Movers);
        Assert.All(trial.Gaps, g => Assert.Equal(TrialGap.NeverAnswered, g.Gap));
        Assert.Equal(trial.Before.Sheets.Select(s => s.RankingScore), trial.Agencies.Select(a => a.After.Score));
    }

    private static CriteriaSet WithClasses(string[] questions, params (decimal Max, string Body)[] criteria) =>
        Sets.Read(Encoding.UTF8.GetBytes(Sets.Json(questions, criteria).Replace("\"classes\": []", Classes, StringComparison.Ordinal)));
}
