using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

/// <summary>The sentences of Cách tính, kind by kind: what an official reads as the rule, and the last step before the points.</summary>
public sealed class CalculationWordsTests
{
    public static readonly TheoryData<string, string, string, string> Kinds = new()
    {
        { """ "kind": "ratio", "value": "A / B" """, """{"A": 3, "B": 2}""", "Điểm tối đa 10 nhân với tỷ lệ A ÷ B; tỷ lệ lớn hơn 1 tính là 1, nhỏ hơn 0 tính là 0", "Tỷ lệ 1,5 lớn hơn 1 nên tính là 1, được trọn 10 điểm" },
        { """ "kind": "ratio", "value": "A - B" """, """{"A": 1, "B": 2}""", "Điểm tối đa 10 nhân với tỷ lệ A − B; tỷ lệ lớn hơn 1 tính là 1, nhỏ hơn 0 tính là 0", "Tỷ lệ -1 nhỏ hơn 0 nên được 0 điểm" },
        { """ "kind": "ratio", "value": "A / B" """, """{"A": 1}""", "Điểm tối đa 10 nhân với tỷ lệ A ÷ B; tỷ lệ lớn hơn 1 tính là 1, nhỏ hơn 0 tính là 0", "Không tính được giá trị (chia cho 0 hoặc thiếu số liệu kỳ trước) nên được 0 điểm" },
        { """ "kind": "norm", "value": "A / B", "norm": 0.8, "floor": 0.2 """, """{"A": 3, "B": 5}""", "So giá trị A ÷ B với định mức 0,8: đạt định mức trở lên được trọn 10 điểm; thấp hơn thì lấy giá trị ÷ định mức × 10 điểm; giá trị dưới 0,2 được 0 điểm", "0,6 ÷ định mức 0,8 × điểm tối đa 10" },
        { """ "kind": "norm", "value": "A / B", "norm": 0.8 """, """{"A": 5, "B": 5}""", "So giá trị A ÷ B với định mức 0,8: đạt định mức trở lên được trọn 10 điểm; thấp hơn thì lấy giá trị ÷ định mức × 10 điểm", "1 đạt định mức 0,8 nên được trọn 10 điểm" },
        { """ "kind": "bestOfCohort", "value": "A" """, """{"A": 30}""", "Lấy giá trị A của cơ quan ÷ giá trị cao nhất trong khối × điểm tối đa 10; cơ quan cao nhất được trọn 10 điểm", "30 ÷ giá trị cao nhất 30 (X) × điểm tối đa 10" },
        { """ "kind": "bands", "value": "A", "bands": [{"from": 10, "points": 3}] """, """{"A": 12}""", "Theo giá trị A: từ 10 trở lên được 3 điểm; còn lại 0 điểm", "12 đạt mức “từ 10 trở lên” nên được 3 điểm" },
        { """ "kind": "yesNo", "value": "Y", "points": 8 """, """{"Y": true}""", "Được 8 điểm nếu Y trả lời “Có”; nếu không thì 0 điểm", "Điều kiện “Y trả lời “Có”” đúng nên được 8 điểm" },
        { """ "kind": "yesNo", "value": "Y and A > 0" """, """{"Y": true}""", "Được 10 điểm nếu Y trả lời “Có” và A > 0; nếu không thì 0 điểm", "Điều kiện không đúng nên được 0 điểm" },
        { """ "kind": "count", "value": "A", "each": 4 """, """{"A": 3}""", "Lấy A × 4 điểm, nhiều nhất 10 điểm", "3 × 4 điểm, vượt mức cao nhất nên được 10 điểm" },
        { """ "kind": "points", "value": "A" """, """{"A": 7}""", "Lấy giá trị A làm điểm, nhiều nhất 10 điểm", "Lấy 7 làm điểm" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_says_itself_and_its_last_step_in_words(string rule, string answers, string inWords, string lastStep)
    {
        var set = Sets.Of(RandomSets.Questions, (10m, $$""" "rule": { {{rule}} } """));
        var calculation = Scorer.Score(set, new Cohort([Sets.Agency(set, "X", answers)])).Sheets[0].Criterion("K.1").Calculate();
        Assert.Equal((inWords, lastStep), (calculation.Rule, calculation.Steps[^1].Text));
    }

    [Fact]
    public void What_is_unanswered_says_what_it_counts_as()
    {
        var set = Sets.Of(RandomSets.Questions, (10m, """ "rule": {"kind": "yesNo", "value": "Y and A > previous(A)"} """));
        var inputs = Sets.Score(set, "{}").Criterion("K.1").Calculate().Inputs;
        Assert.Equal(
            [("A", "Chưa trả lời, tính là 0"), ("A", "Không có số liệu kỳ trước"), ("Y", "Chưa trả lời, tính là Không")],
            inputs.Select(i => (i.QuestionCode, i.Value)).Order());
    }

    [Fact]
    public void What_can_still_be_won_is_up_to_the_max_or_what_was_taken_off()
    {
        var set = Sets.Read(FormatFolder.Read("vectors", "adjustments", "criteria.json"));
        var sheet = Scorer.Score(set, Sets.ReadCohort(set, FormatFolder.Read("vectors", "adjustments", "cohort.json"))).Sheets[2];
        // TRU.3 took 0.13 off.
        Assert.Equal("0.13", sheet.Criterion("TRU.3").ToWin.ToString());
        Assert.Equal("0.00", Sets.Score(Sets.Default, """{"T05": false}""").Criterion("IV.1").ToWin.ToString());
        var ratio = Sets.Score(Sets.Default, """{"H02": 62, "H03": 1, "H04": 57}""");
        Assert.Equal(("1.90", "21.90"), (ratio.Criterion("I.2").ToWin.ToString(), ratio.ToWin(new HashSet<string> { "I.1", "I.2" }).ToString()));
    }
}
