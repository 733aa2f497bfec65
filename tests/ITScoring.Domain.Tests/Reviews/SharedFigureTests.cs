using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>Figures of shared systems and the tolerance of the period that they are held against.</summary>
public sealed class SharedFigureTests
{
    private static readonly DateTime At = new(2018, 12, 21, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_later_file_replaces_the_value_and_an_equal_one_leaves_the_figure_alone()
    {
        var figure = new SharedFigure(1, 2, "H04", "qlvb", "12", "thang-11.xlsx", 7, At);
        figure.Replace("12", "thang-12.xlsx", 8, At.AddDays(1));
        Assert.Equal(("12", "thang-11.xlsx", 7, At), (figure.ValueJson, figure.FileName, figure.ImportedById, figure.ImportedAt));

        figure.Replace("13", "thang-12.xlsx", 8, At.AddDays(1));
        Assert.Equal(("13", "thang-12.xlsx", 8, At.AddDays(1)), (figure.ValueJson, figure.FileName, figure.ImportedById, figure.ImportedAt));
        Assert.Equal((1, 2, "H04", "qlvb"), (figure.PeriodId, figure.AgencyId, figure.QuestionCode, figure.SourceCode));
    }

    [Theory]
    [InlineData("", "qlvb", "12")]
    [InlineData("H04", " ", "12")]
    [InlineData("H04", "qlvb", "")]
    public void A_figure_names_its_question_its_source_and_a_value(string question, string source, string json) =>
        Assert.ThrowsAny<ArgumentException>(() => new SharedFigure(1, 2, question, source, json, "a.csv", 7, At));

    [Fact]
    public void The_tolerance_is_2_percent_until_the_manager_sets_another()
    {
        var period = PeriodIn(PeriodState.Open);
        Assert.Equal(2m, period.SharedTolerancePercent);

        Done(period.SetSharedTolerance(Manager, 50));
        Assert.Equal((50, 0.5m), (period.SharedToleranceHundredths, period.SharedTolerancePercent));
        Done(period.SetSharedTolerance(Manager, 0));
        Done(period.SetSharedTolerance(Manager, 100_00));
        Assert.Equal(100m, period.SharedTolerancePercent);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_01)]
    public void A_tolerance_below_0_or_above_100_percent_is_refused(int hundredths)
    {
        var period = PeriodIn(PeriodState.Open);
        Refused(RefusalKind.Input, "từ 0 đến 100 %", () => period.SetSharedTolerance(Manager, hundredths), period);
    }

    [Fact]
    public void Only_the_manager_sets_the_tolerance_and_imports()
    {
        var period = PeriodIn(PeriodState.Open);
        foreach (var actor in new[] { Reviewer, Editor, Head, Leader })
        {
            Refused(RefusalKind.NotAllowed, "Chỉ người quản lý kỳ đánh giá", () => period.SetSharedTolerance(actor, 100), period);
            Refused(RefusalKind.NotAllowed, "Chỉ người quản lý kỳ đánh giá", () => period.MayImportShared(actor), period);
        }
    }

    [Theory]
    [InlineData(PeriodState.Draft, true, false)]
    [InlineData(PeriodState.Open, true, true)]
    [InlineData(PeriodState.Reviewing, true, true)]
    [InlineData(PeriodState.Preliminary, true, true)]
    [InlineData(PeriodState.Proposed, false, false)]
    [InlineData(PeriodState.Approved, false, false)]
    [InlineData(PeriodState.Published, false, false)]
    public void Once_the_result_is_proposed_neither_tolerance_nor_figures_change_and_a_draft_takes_no_figures_yet(PeriodState state, bool tolerance, bool import)
    {
        var period = PeriodIn(state);
        Assert.Equal(import, period.MayImportShared(Manager).Ok);
        if (tolerance)
            Done(period.SetSharedTolerance(Manager, 100));
        else
            Refused(RefusalKind.WrongState, "Không đổi mức chênh lệch", () => period.SetSharedTolerance(Manager, 100), period);
    }

    [Theory]
    [InlineData("""{"code": "A", "type": "integer", "min": "0", "max": "1000"}""", "-1", "nhỏ hơn mức thấp nhất 0")]
    [InlineData("""{"code": "A", "type": "integer", "min": "0", "max": "1000"}""", "1001", "lớn hơn mức cao nhất 1.000")]
    [InlineData("""{"code": "A", "type": "integer", "min": "0", "max": "1000"}""", "1000", null)]
    [InlineData("""{"code": "A", "type": "decimal", "digits": 1}""", "1.25", "chỉ được có 1 chữ số thập phân")]
    // What depends on another answer is not asked of a value alone, nor is whether the question is asked.
    [InlineData("""{"code": "A", "type": "integer", "min": "1", "max": "B", "askWhen": "B > 0"}""", "50", null)]
    [InlineData("""{"code": "A", "type": "integer", "min": "1", "max": "B", "askWhen": "B > 0"}""", "0", "nhỏ hơn mức thấp nhất 1")]
    public void A_value_alone_is_held_against_its_shape_and_fixed_bounds(string question, string value, string? saying)
    {
        var set = Sets.Of([question.Trim('{', '}'), """ "code": "B", "type": "integer" """], (10, """ "rule": {"kind": "points", "value": "B"} """));

        var findings = FormCheck.OfValue(set, set.FindQuestion("A")!, new NumberAnswer(Rational.Parse(value)));

        if (saying is null)
            Assert.Empty(findings);
        else
            Assert.Contains(saying, Assert.Single(findings).Message);
    }
}
