using CsCheck;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

public sealed class CalculationTests
{
    private static readonly string[] Vectors =
        ["qb-2018-cohort", "qb-2018-no-tthc", "rule-kinds", "nested", "adjustments", "blocks-best", "not-applicable", "unanswered-undefined", "expressions", "rounding"];

    [Fact]
    public void Two_hundred_random_calculations_redone_from_their_inputs_and_steps_reach_the_points()
    {
        var redone = 0;
        Gen.Select(RandomSets.Set, RandomSets.Agencies, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((set, agencies, a, c) =>
        {
            var sheets = Scorer.Score(set, RandomSets.Cohort(set, agencies)).Sheets;
            var criteria = sheets[a % sheets.Count].Criteria;
            Redo(set, criteria[c % criteria.Count]);
            Interlocked.Increment(ref redone);
        }, iter: 200);
        Assert.True(redone >= 200);
    }

    [Fact]
    public void Every_calculation_of_the_vectors_redone_from_its_inputs_and_steps_reaches_the_points()
    {
        foreach (var vector in Vectors)
        {
            var set = Sets.Read(FormatFolder.Read("vectors", vector, "criteria.json"));
            var result = Scorer.Score(set, Sets.ReadCohort(set, FormatFolder.Read("vectors", vector, "cohort.json")));
            foreach (var criterion in result.Sheets.SelectMany(sheet => sheet.Criteria))
                Redo(set, criterion);
        }
    }

    [Fact]
    public void A_ratio_says_its_rule_inputs_steps_and_rounding()
    {
        var calculation = Sets.Score(Sets.Default, """{"H02": 62, "H03": 1, "H04": 57}""").Criterion("I.2").Calculate();

        Assert.Equal("Điểm tối đa 20 nhân với tỷ lệ H04 ÷ (H02 + H03); tỷ lệ lớn hơn 1 tính là 1, nhỏ hơn 0 tính là 0", calculation.Rule);
        Assert.Equal(["H02", "H03", "H04"], calculation.Inputs.Select(input => input.Code));
        Assert.Equal(("62", "máy", "62", true, true), (calculation.Inputs[0].Value, calculation.Inputs[0].Unit, calculation.Inputs[0].ValueJson, calculation.Inputs[0].Answered, calculation.Inputs[0].Asked));
        Assert.Equal(
            [
                new CalculationStep("H02 + H03 = 62 + 1", "H02 + H03", "63", "63"),
                new CalculationStep("H04 ÷ (H02 + H03) = 57 ÷ 63", "H04 / #1", "19/21", "≈ 0,9048"),
                new CalculationStep("Điểm tối đa 20 × tỷ lệ ≈ 0,9048", "points(20 * max(0, min(1, #2)))", "380/21", "≈ 18,0952"),
            ],
            calculation.Steps);
        Assert.Equal(("380/21", new Points(1810)), (calculation.Exact, calculation.Rounded));
        Assert.Equal("≈ 18,0952 (chính xác là 380/21) làm tròn một lần đến 2 chữ số thập phân: 18,10 điểm.", calculation.Rounding);
        Assert.StartsWith("Quy tắc", calculation.Basis, StringComparison.Ordinal);
        Assert.Null(calculation.Best);
    }

    [Fact]
    public void A_best_of_cohort_names_the_best_value_and_whose_it_is()
    {
        var set = Sets.Read(FormatFolder.Read("vectors", "blocks-best", "criteria.json"));
        var result = Scorer.Score(set, Sets.ReadCohort(set, FormatFolder.Read("vectors", "blocks-best", "cohort.json")));

        // I.1 is H / B: S4, not ranked, has 90 / 30 = 3, the most in block Sở; S5 has B = 0 and no value.
        var best = result.Sheets[0].Criterion("I.1").Calculate().Best!;
        Assert.Equal((Rational.Parse("3"), false), (best.Value, best.IsProvisional));
        Assert.Equal(["S4"], best.AgencyCodes);
        Assert.Equal(best.AgencyCodes, result.BestsOf("Sở")["I.1"].AgencyCodes);

        // I.2 applies to whom Y is true: not to S2 with 9, so 5 of S4; its part of a sum has its own key.
        Assert.Equal(Rational.Parse("5"), result.BestsOf("Sở")["I.2"].Value);
        Assert.Equal(Rational.Parse("12"), result.BestsOf("Sở")["II.1/of/0"].Value);
        Assert.Equal(Rational.Parse("100"), result.BestsOf("Huyện")["II.1/of/0"].Value);
        Assert.Empty(result.BestsOf("Không có khối này"));
    }

    [Fact]
    public void Equal_best_values_belong_to_all_who_have_them()
    {
        var set = Sets.Of(RandomSets.Questions, (10m, """ "rule": {"kind": "bestOfCohort", "value": "A / B"} """));
        var cohort = new Cohort([Sets.Agency(set, "X", """{"A": 1, "B": 2}"""), Sets.Agency(set, "Y", """{"A": 1, "B": 3}"""), Sets.Agency(set, "Z", """{"A": 2, "B": 4}""")]);

        Assert.Equal(["X", "Z"], Scorer.Score(set, cohort).BestsOf("Khối")["K.1"].AgencyCodes);
    }

    [Fact]
    public void Before_the_result_an_agency_is_compared_with_itself_and_last_years_published_best_only()
    {
        var set = Sets.Of(
            RandomSets.Questions,
            (10m, """ "rule": {"kind": "bestOfCohort", "value": "A"} """),
            (10m, """ "rule": {"kind": "sum", "of": [{"kind": "yesNo", "value": "Y", "max": 4}, {"kind": "bestOfCohort", "value": "B", "max": 6}]} """));
        var agency = Sets.Agency(set, "X", """{"A": 30, "B": 5, "Y": true}""");

        var alone = Scorer.ScoreProvisionally(set, agency, new Dictionary<string, Rational>());
        var compared = Scorer.ScoreProvisionally(set, agency, new Dictionary<string, Rational> { ["K.1"] = 40, ["K.2/of/1"] = 4 });

        Assert.Equal(("10.00", "10.00"), (alone.Criterion("K.1").Points.ToString(), alone.Criterion("K.2").Points.ToString()));
        Assert.Equal(("7.50", "10.00"), (compared.Criterion("K.1").Points.ToString(), compared.Criterion("K.2").Points.ToString()));
        Assert.Null(compared.Rank);
        Assert.Equal("17.50", compared.RankingScore.ToString());
        var (last, own) = (compared.Criterion("K.1").Calculate(), compared.Criterion("K.2").Calculate());
        Assert.True(last.Best is { IsProvisional: true, AgencyCodes: [] } && own.Best is { IsProvisional: true, AgencyCodes: ["X"] });
        Assert.Contains("tạm tính", last.Steps[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_apply_says_why_and_has_no_points()
    {
        var calculation = Sets.Score(Sets.Default, """{"T05": false, "D01": 5}""").Criterion("IV.1").Calculate();

        Assert.False(calculation.Applicable);
        Assert.Null(calculation.Rounded);
        Assert.Equal("", calculation.Exact);
        Assert.Equal("T05 trả lời “Có” hoặc T05 chưa được trả lời", calculation.AppliesWhen);
        Assert.Equal("Sai", calculation.Steps[^1].Display);
        Assert.StartsWith("Tiêu chí không áp dụng", calculation.Rounding, StringComparison.Ordinal);

        // D01 was answered although T05 = no means that it is not asked: it counts as unanswered.
        Assert.Equal((false, false, "Không hỏi"), (calculation.Inputs.Single(input => input.Code == "D01").Answered, calculation.Inputs.Single(input => input.Code == "D01").Asked, calculation.Inputs.Single(input => input.Code == "D01").Value));
    }

    [Fact]
    public void A_division_by_zero_is_shown_as_undefined_and_gives_0()
    {
        var calculation = Sets.Score(Sets.Default, """{"T02": 0, "H01": 5}""").Criterion("I.1").Calculate();

        Assert.Equal(("undefined", "không tính được"), (calculation.Steps[0].Value, calculation.Steps[0].Display));
        Assert.Equal("Không tính được giá trị (chia cho 0 hoặc thiếu số liệu kỳ trước) nên được 0 điểm", calculation.Steps[1].Text);
        Assert.Equal(Points.Zero, calculation.Rounded);
    }

    [Fact]
    public void A_deduction_is_worked_out_positive_and_the_sign_put_back()
    {
        var set = Sets.Read(FormatFolder.Read("vectors", "adjustments", "criteria.json"));
        var result = Scorer.Score(set, Sets.ReadCohort(set, FormatFolder.Read("vectors", "adjustments", "cohort.json")));

        // TRU.3 of A3 is S / 2 of at most 3 points, taken off: S = 0.25.
        var calculation = result.Sheets[2].Criterion("TRU.3").Calculate();

        Assert.StartsWith("Điểm trừ: ", calculation.Rule, StringComparison.Ordinal);
        Assert.Equal(("-0.125", "-0.13"), (calculation.Exact, calculation.Rounded.ToString()));
        Assert.Equal("-0,125 làm tròn một lần đến 2 chữ số thập phân, nửa đơn vị làm tròn ra xa số 0: -0,13 điểm.", calculation.Rounding);
    }

    [Fact]
    public void Last_years_number_is_an_input_of_its_own()
    {
        var set = Sets.Of(RandomSets.Questions, (10m, """ "rule": {"kind": "ratio", "value": "(A - previous(A)) / previous(A)"} """));

        var inputs = Sets.Score(set, """{"A": 60}""", """{"A": 40}""").Criterion("K.1").Calculate().Inputs;
        Assert.Equal([("A", "60"), ("previous(A)", "40")], inputs.Select(input => (input.Code, input.Value)));
        var without = Sets.Score(set, """{"A": 60}""").Criterion("K.1").Calculate();
        Assert.Equal("Không có số liệu kỳ trước", without.Inputs[1].Value);
        Assert.Equal("A − A kỳ trước = 60 − không có", without.Steps[0].Text);
    }

    private static void Redo(CriteriaSet set, CriterionScore criterion)
    {
        var calculation = criterion.Calculate();
        if (!criterion.Applicable)
        {
            Assert.Equal("false", new FormulaEvaluator(calculation, code => set.FindQuestion(code)!.Type).Redo() is [.., var last] ? last : "false");
            return;
        }

        var evaluator = new FormulaEvaluator(calculation, code => set.FindQuestion(code)!.Type);
        Assert.Equal(calculation.Steps.Select(step => step.Value), evaluator.Redo());
        Assert.Equal(calculation.Exact, calculation.Steps[^1].Value);
        Assert.Equal(criterion.Points!.Value.Hundredths, evaluator.Hundredths());
        Assert.Equal(criterion.Points, calculation.Rounded);
    }
}
