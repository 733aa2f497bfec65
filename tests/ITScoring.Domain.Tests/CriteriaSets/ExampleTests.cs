using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Examples;

namespace ITScoring.Domain.Tests.CriteriaSets;

public sealed class ExampleTests
{
    private const string Answers = """{"A": 8, "B": 4, "C": "x"}""";

    private static readonly (decimal, string)[] Criteria =
    [
        (10m, """ "rule": {"kind": "ratio", "value": "B / A"} """),
        (5m, """ "rule": {"kind": "bands", "value": "A", "bands": [{"from": 8, "points": 5}, {"from": 4, "points": 2}]}, "appliesWhen": "B > 0" """),
        (3m, """ "rule": {"kind": "choice", "question": "C", "points": {"x": 3}} """),
    ];

    private static readonly string[] Questions =
    [
        """ "code": "A", "type": "integer" """, """ "code": "B", "type": "integer" """,
        """ "code": "C", "type": "choice", "options": [{"code": "x", "text": "Có đủ"}, {"code": "y", "text": "Chưa"}] """,
    ];

    [Fact]
    public void Points_worked_out_by_hand_hold_and_every_branch_that_came_about_is_named()
    {
        var run = ExampleRun.Of(With("""{"code": "nua", "name": "Nửa", "agencies": [{"code": "X", "block": "K", "answers": @ANSWERS}], "expected": {"X": {"K.1": "5.00", "K.2": "5.00", "K.3": "3.00"}}}"""));

        Assert.True(run.Holds);
        Assert.Equal(3, run.Outcomes.Count);
        Assert.Equal(["tỷ lệ giữa 0 và 1"], Reached(run, "K.1"));
        Assert.Equal(["áp dụng, vì B > 0", "mức “từ 8 trở lên”: 5 điểm"], Reached(run, "K.2"));
        Assert.Equal(["không áp dụng, vì trái điều kiện B > 0", "mức “từ 4 trở lên”: 2 điểm", "không đạt mức nào: 0 điểm"], NotReached(run, "K.2"));
        Assert.Equal(["C chọn “Chưa” (y): 0 điểm"], NotReached(run, "K.3"));
    }

    [Fact]
    public void A_wrong_expectation_fails_with_what_the_engine_gives()
    {
        var run = ExampleRun.Of(With("""{"code": "sai", "name": "Sai", "agencies": [{"code": "X", "block": "K", "answers": @ANSWERS}], "expected": {"X": {"K.1": "5.01", "K.2": null}}}"""));

        Assert.False(run.Holds);
        Assert.Equal([("K.1", "5.00"), ("K.2", "5.00")], run.Failures.Select(f => (f.Expected.Criterion, f.Score.Points!.Value.ToString())));
        Assert.Equal(["K.3"], run.NotReached.Select(c => c.Code));
    }

    [Fact]
    public void A_criterion_that_does_not_apply_is_expected_as_null()
    {
        var run = ExampleRun.Of(With("""{"code": "kad", "name": "Không áp dụng", "agencies": [{"code": "X", "block": "K", "answers": {"A": 8}}], "expected": {"X": {"K.2": null}}}"""));

        Assert.Empty(run.Failures);
        Assert.Equal(["không áp dụng, vì trái điều kiện B > 0"], Reached(run, "K.2"));
    }

    [Fact]
    public void A_set_with_examples_is_written_as_version_2_and_read_again_the_same()
    {
        var set = With("""{"code": "nua", "name": "Nửa", "agencies": [{"code": "X", "block": "K", "answers": @ANSWERS, "previous": {"A": 3}}], "expected": {"X": {"K.1": "5.00", "K.2": null}}}""");

        var bytes = CriteriaSetFile.Write(set);

        Assert.Contains("\"itscoring/criteria-set/2\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(bytes, CriteriaSetFile.Write(Sets.Read(bytes)));
        Assert.Equal(new ExpectedPoints("X", "K.2", null), Sets.Read(bytes).Examples[0].Expected[1]);
        var without = CriteriaSetFile.WriteWithoutExamples(set);
        Assert.Equal(CriteriaSetFile.Write(Sets.Of(Questions, Criteria)), without);
        Assert.Contains("\"itscoring/criteria-set/1\"", Encoding.UTF8.GetString(without), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code": "a", "name": "n", "agencies": [], "expected": {}}""", "/examples/0/agencies", "ít nhất một cơ quan")]
    [InlineData("""{"code": "a", "name": "n", "agencies": [{"code": "X", "block": "K"}], "expected": {"Y": {}}}""", "/examples/0/expected/Y", "không có cơ quan “Y”")]
    [InlineData("""{"code": "a", "name": "n", "agencies": [{"code": "X", "block": "K"}], "expected": {"X": {"K.9": "1.00"}}}""", "/examples/0/expected/X/K.9", "Không có tiêu chí mã K.9")]
    [InlineData("""{"code": "a", "name": "n", "agencies": [{"code": "X", "block": "K"}], "expected": {"X": {"K.1": "1.0"}}}""", "/examples/0/expected/X/K.1", "đúng hai chữ số")]
    [InlineData("""{"code": "a", "name": "n", "agencies": [{"code": "X", "block": "K"}], "expected": {"X": {"K.1": "1e1"}}}""", "/examples/0/expected/X/K.1", "đúng hai chữ số")]
    [InlineData("""{"code": "a", "name": "n", "agencies": [{"code": "X", "block": "K", "answers": {"Z": 1}}], "expected": {}}""", "/examples/0/agencies/0/answers/Z", "không có câu hỏi Z")]
    [InlineData("""{"code": "a", "name": "n", "agencies": [{"code": "X", "block": "K", "answers": {"A": "một"}}], "expected": {}}""", "/examples/0/agencies/0/answers/A", "phải là số")]
    public void A_bad_example_is_named_with_its_place(string example, string pointer, string words)
    {
        var problem = Assert.Single(CriteriaSetFile.Read(Encoding.UTF8.GetBytes(Json(example))).Problems);

        Assert.Equal((pointer, "a"), (problem.Pointer, problem.Item));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_have_no_place_in_version_1()
    {
        var json = Json("""{"code": "a", "name": "n", "agencies": [{"code": "X", "block": "K"}], "expected": {}}""").Replace("criteria-set/2", "criteria-set/1", StringComparison.Ordinal);

        Assert.Equal("/examples", Assert.Single(CriteriaSetFile.Read(Encoding.UTF8.GetBytes(json)).Problems).Pointer);
    }

    [Fact]
    public void The_example_of_the_format_text_is_read()
    {
        var text = File.ReadAllText(Path.Combine(FormatFolder.Root, "criteria-set-2.md"));
        var example = text[(text.IndexOf("```json", StringComparison.Ordinal) + 7)..text.LastIndexOf("```", StringComparison.Ordinal)]
            .Replace("H01", "A", StringComparison.Ordinal).Replace("H02", "B", StringComparison.Ordinal).Replace("\"A.1\"", "\"K.1\"", StringComparison.Ordinal).Replace("10.00", "5.00", StringComparison.Ordinal);

        Assert.Empty(ExampleRun.Of(With(example)).Failures);
    }

    /// <summary>Every kind of rule of the vectors names its branches, and scoring its cohort reaches some of each.</summary>
    [Fact]
    public void Every_kind_of_rule_tells_what_came_about()
    {
        var set = Sets.Read(FormatFolder.Read("vectors/rule-kinds/criteria.json"));
        var cohort = Sets.ReadCohort(set, FormatFolder.Read("vectors/rule-kinds/cohort.json"));
        var result = Domain.Scoring.Scorer.Score(set, cohort);
        var expected = result.Sheets.SelectMany(s => s.Criteria.Select(c => new ExpectedPoints(s.AgencyCode, c.Code, c.Points))).ToList();
        var points = string.Join(",", result.Sheets.Select(s => $"\"{s.AgencyCode}\": {{{string.Join(",", expected.Where(e => e.Agency == s.AgencyCode).Select(Points))}}}"));
        var json = Encoding.UTF8.GetString(CriteriaSetFile.Write(set)).TrimEnd()[..^1]
            + $", \"examples\": [{{\"code\": \"v\", \"name\": \"Bộ mẫu\", \"agencies\": {Agencies(cohort)}, \"expected\": {{{points}}}}}]}}";

        var run = ExampleRun.Of(Sets.Read(Encoding.UTF8.GetBytes(json.Replace("criteria-set/1", "criteria-set/2", StringComparison.Ordinal))));

        Assert.True(run.Holds);
        Assert.All(run.Coverage, coverage => Assert.Contains(coverage.Branches, branch => branch.IsReached));
    }

    private static string Points(ExpectedPoints expected) => $"\"{expected.Criterion}\": {(expected.Points is { } points ? $"\"{points}\"" : "null")}";

    private static string Agencies(Domain.Scoring.Cohort cohort)
    {
        var text = Encoding.UTF8.GetString(Domain.Scoring.CohortFile.Write(cohort));
        return text[text.IndexOf('[', StringComparison.Ordinal)..(text.LastIndexOf(']') + 1)];
    }

    private static IEnumerable<string> Reached(ExampleRun run, string code) => run.Coverage.Single(c => c.Criterion.Code == code).Branches.Where(b => b.IsReached).Select(b => b.Words);

    private static IEnumerable<string> NotReached(ExampleRun run, string code) => run.Coverage.Single(c => c.Criterion.Code == code).Branches.Where(b => !b.IsReached).Select(b => b.Words);

    private static CriteriaSet With(string example) => Sets.Read(Encoding.UTF8.GetBytes(Json(example.Replace("@ANSWERS", Answers, StringComparison.Ordinal))));

    private static string Json(string example) => Sets.Json(Questions, Criteria)
        .Replace("criteria-set/1", "criteria-set/2", StringComparison.Ordinal)
        .Replace("\"classes\": []", $"\"classes\": [], \"examples\": [{example}]", StringComparison.Ordinal);
}
