using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

/// <summary>The checks of a set (section 4 of the format): when they are skipped, when they hold, whom they concern.</summary>
public sealed class SetCheckTests
{
    private static readonly string[] Questions =
    [
        .. new[] { "A", "B" }.Select(code => $$""" "code": "{{code}}", "type": "integer", "required": false """),
        """ "code": "Y", "type": "yesNo", "required": false """,
        """ "code": "H", "type": "integer", "required": false, "askWhen": "Y" """,
        """ "code": "C", "type": "choice", "required": false, "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}] """,
        """ "code": "M", "type": "multi", "required": false, "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}] """,
        """ "code": "T", "type": "text", "required": false """,
        """ "code": "I", "type": "integer", "filledBy": "inspector" """,
    ];

    [Theory]
    [InlineData("A <= B", """{"A": 2, "B": 2}""", false)]
    [InlineData("A <= B", """{"A": 3, "B": 2}""", true)]
    // Skipped while a question that it names and that is asked is unanswered.
    [InlineData("A <= B", """{"A": 3}""", false)]
    [InlineData("A <= B", "{}", false)]
    [InlineData("A < 0 or B < 0", """{"A": 3}""", false)]
    [InlineData("count(M) >= 1", "{}", false)]
    [InlineData("count(M) >= 1", """{"M": []}""", true)] // an answer: none of them
    [InlineData("""has(M, "b")""", "{}", false)]
    [InlineData("""has(M, "b")""", """{"M": ["a"]}""", true)]
    [InlineData("previous(A) > 100", "{}", false)] // previous() names its question too
    [InlineData("A <= I", """{"A": 3}""", false)] // waits for the inspector
    // What is not asked is waited for by nobody and counts as 0.
    [InlineData("A <= H", """{"A": 3, "Y": false}""", true)]
    [InlineData("A <= H", """{"A": 3, "Y": true}""", false)]
    [InlineData("A <= H", """{"A": 3, "Y": true, "H": 2}""", true)]
    // answered() waits for nothing.
    [InlineData("answered(T)", "{}", true)]
    [InlineData("answered(T)", """{"T": "Có"}""", false)]
    [InlineData("answered(T) or A > 5", """{"A": 3}""", true)]
    [InlineData("answered(A) or A > 5", "{}", false)] // named outside answered() as well
    // Unanswered but not asked: text equals nothing, so != is true.
    [InlineData("""C != "a" """, """{"C": "a"}""", true)]
    [InlineData("""C != "a" """, """{"C": "b"}""", false)]
    // Undefined: no check with anything undefined in it is broken.
    [InlineData("A / B > 1", """{"A": 1, "B": 0}""", false)]
    [InlineData("A / B > 1", """{"A": 1, "B": 2}""", true)]
    [InlineData("A > 5 and 1 / B > 0", """{"A": 1, "B": 0}""", false)] // false on its own, but something undefined was met
    [InlineData("A <= 2 * previous(A)", """{"A": 9}""", false)]
    public void A_check_is_broken_when_its_numbers_are_there_and_say_so(string assert, string answers, bool broken) => Assert.Equal(
        broken ? ["K1"] : [],
        Found("warning", assert, answers).Where(finding => finding.Kind == FindingKind.Check).Select(finding => finding.Code));

    [Theory]
    [InlineData("""{"A": 4}""", false)]
    [InlineData("""{"A": 3}""", true)]
    public void Last_years_number_is_compared_when_there_is_one(string previous, bool broken) =>
        Assert.Equal(broken, Found("warning", "A <= 2 * previous(A)", """{"A": 8}""", previous).Count == 1);

    [Theory]
    [InlineData("error", CheckLevel.Error)]
    [InlineData("warning", CheckLevel.Warning)]
    [InlineData("inspector", CheckLevel.Inspector)]
    public void A_broken_check_has_its_level_marks_its_questions_and_says_the_figures(string level, CheckLevel expected)
    {
        var finding = Assert.Single(Found(level, "A <= B and A <= 2 * previous(A)", """{"A": 9, "B": 4}""", """{"A": 3}"""));

        Assert.Equal((FindingKind.Check, expected, "K1"), (finding.Kind, finding.Level, finding.Code));
        Assert.Equal(["A", "B"], finding.Questions);
        Assert.Equal("Nhiều quá. Số liệu đang có: A = 9; A kỳ trước = 3; B = 4.", finding.Message);
    }

    [Fact]
    public void A_check_may_mark_other_questions_than_it_names()
    {
        var findings = FormCheckTests.Run(Questions, """{"A": 9, "B": 4}""", """{"code": "K1", "level": "error", "assert": "A <= B", "message": "Sai.", "questions": ["T"]}""");

        Assert.Equal(["T"], Assert.Single(findings.All).Questions);
        Assert.Empty(findings.For("A"));
    }

    [Fact]
    public void Every_check_is_looked_at_in_the_order_of_the_set()
    {
        var checks = string.Join(",", new[] { "B > 1", "A > 1", "A > 0" }.Select((assert, i) => $$"""{"code": "K{{i}}", "level": "error", "assert": "{{assert}}", "message": "Sai."}"""));

        Assert.Equal(["K0", "K1"], FormCheckTests.Run(Questions, """{"A": 1, "B": 1}""", checks).All.Select(finding => finding.Code));
    }

    private static IReadOnlyList<Finding> Found(string level, string assert, string answers, string? previous = null) => FormCheckTests.Run(
        Questions, answers, $$"""{"code": "K1", "level": "{{level}}", "assert": "{{assert.Replace("\"", "\\\"", StringComparison.Ordinal)}}", "message": "Nhiều quá."}""", previous).All;
}
