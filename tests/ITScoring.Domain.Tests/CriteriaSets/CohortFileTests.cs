using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.CriteriaSets;

/// <summary>What section 7 of the format refuses in a cohort; the agency and the question are named.</summary>
public sealed class CohortFileTests
{
    private static readonly CriteriaSet Set = Sets.Of(
        [
            """ "code": "N", "type": "integer", "max": "10" """,
            """ "code": "C", "type": "choice", "options": [{"code": "a", "text": "Một"}] """,
            """ "code": "M", "type": "multi", "options": [{"code": "a", "text": "Một"}] """,
            """ "code": "R", "type": "rows", "columns": [{"code": "ten", "text": "Tên", "type": "text", "required": true, "unique": true}] """,
        ],
        (10, """ "rule": {"kind": "points", "value": "N"} """));

    [Theory]
    // an unknown question or column, a value of the wrong type, a fraction for an integer, an unknown option, an option or an agency twice
    [InlineData("""{"code": "STC", "block": "S", "answers": {"X9": 1}}""", "/agencies/0/answers/X9", "STC", "không có câu hỏi X9")]
    [InlineData("""{"code": "STC", "block": "S", "answers": {"N": "mười"}}""", "/agencies/0/answers/N", "STC", "Câu hỏi N: phải là số")]
    [InlineData("""{"code": "STC", "block": "S", "answers": {"N": 1.5}}""", "/agencies/0/answers/N", "STC", "Câu hỏi N: phải là số nguyên")]
    [InlineData("""{"code": "STC", "block": "S", "answers": {"C": "b"}}""", "/agencies/0/answers/C", "STC", "Câu hỏi C: không có phương án “b”")]
    [InlineData("""{"code": "STC", "block": "S", "answers": {"M": ["a", "a"]}}""", "/agencies/0/answers/M/1", "STC", "Câu hỏi M: phương án “a” được ghi hai lần")]
    [InlineData("""{"code": "STC", "block": "S", "answers": {"R": [{"so": 1}]}}""", "/agencies/0/answers/R/0/so", "STC", "Câu hỏi R: không có cột “so”")]
    [InlineData("""{"code": "STC", "block": "S"}, {"code": "STC", "block": "S"}""", "/agencies/1/code", "STC", "Cơ quan “STC” có hai lần")]
    // previous has the same forms
    [InlineData("""{"code": "STC", "block": "S", "answers": {}, "previous": {"N": true}}""", "/agencies/0/previous/N", "STC", "Câu hỏi N: phải là số")]
    [InlineData("""{"code": "STC", "block": "S", "answers": {}, "previous": {"X9": 1}}""", "/agencies/0/previous/X9", "STC", "không có câu hỏi X9")]
    // code and block are needed, other keys unknown, a key once
    [InlineData("""{"block": "S"}""", "/agencies/0", "", "Thiếu khóa “code”")]
    [InlineData("""{"code": "STC"}""", "/agencies/0", "STC", "Thiếu khóa “block”")]
    [InlineData("""{"code": "STC", "block": "S", "khoi": 1}""", "/agencies/0/khoi", "STC", "Khóa “khoi” không có trong định dạng")]
    [InlineData("""{"code": "STC", "block": "S", "block": "T"}""", "/agencies/0/block", "STC", "Khóa “block” xuất hiện hai lần")]
    [InlineData("""{"code": "STC", "block": "S", "answers": {"N": 1, "N": 2}}""", "/agencies/0/answers/N", "STC", "Khóa “N” xuất hiện hai lần")]
    [InlineData("""{"code": "STC", "block": "S", "ranked": "yes"}""", "/agencies/0/ranked", "STC", "“ranked” phải là true hoặc false")]
    [InlineData("""{"code": "STC", "block": "S", "answers": []}""", "/agencies/0/answers", "STC", "Phải là một đối tượng")]
    [InlineData("""{"code": 1, "block": "S"}""", "/agencies/0/code", "", "“code” phải là chuỗi")]
    [InlineData("1", "/agencies/0", "", "Phải là một đối tượng")]
    public void A_cohort_with_a_defect_is_refused_and_the_listing_says_where(string agencies, string pointer, string item, string saying)
    {
        var parsed = Read($$"""{"format": "itscoring/cohort/1", "agencies": [{{agencies}}]}""");

        Assert.Null(parsed.Value);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal((pointer, item), (problem.Pointer, problem.Item));
        Assert.Contains(saying, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "không phải JSON hợp lệ")]
    [InlineData("[]", "Phải là một đối tượng")]
    [InlineData("{}", "Thiếu khóa “agencies”")]
    [InlineData("""{"format": "itscoring/cohort/2", "agencies": []}""", "“format” phải là “itscoring/cohort/1”")]
    [InlineData("""{"format": "itscoring/cohort/1", "agencies": {}}""", "“agencies” phải là một danh sách")]
    [InlineData("""{"format": "itscoring/cohort/1", "agencies": [], "x": 1}""", "Khóa “x” không có trong định dạng")]
    public void A_file_of_another_form_is_refused(string json, string saying) =>
        Assert.Contains(Read(json).Problems, problem => problem.Message.Contains(saying, StringComparison.Ordinal));

    [Fact]
    public void All_problems_are_listed_in_the_order_of_the_file()
    {
        var parsed = Read("""
            {"format": "itscoring/cohort/1", "agencies": [
              {"code": "STC", "block": "S", "answers": {"N": 1.5, "X9": 1}},
              {"code": "SNV", "answers": {"C": "b"}}
            ]}
            """);

        Assert.Equal(["/agencies/0/answers/N", "/agencies/0/answers/X9", "/agencies/1", "/agencies/1/answers/C"], parsed.Problems.Select(problem => problem.Pointer));
        Assert.StartsWith("/agencies/0/answers/N: STC: Câu hỏi N: ", parsed.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_matters_on_submission_is_read()
    {
        // Above its bound, a repeated unique cell, an empty required cell, a required question left out.
        var cohort = Read("""{"format": "itscoring/cohort/1", "agencies": [{"code": "STC", "block": "S", "answers": {"N": 99, "R": [{"ten": "x"}, {"ten": "x"}, {}]}}]}""");

        Assert.True(cohort.Ok, string.Join("\n", cohort.Problems));
        Assert.Equal(2, cohort.Value!.Agencies[0].Answers!.Count);
    }

    [Fact]
    public void No_answers_and_empty_answers_are_different_and_ranked_is_the_default()
    {
        var agencies = Read("""{"format": "itscoring/cohort/1", "agencies": [{"code": "A", "block": "S"}, {"code": "B", "block": "S", "answers": null}, {"code": "C", "block": "S", "answers": {}, "ranked": false}]}""").Value!.Agencies;

        Assert.Null(agencies[0].Answers);
        Assert.Null(agencies[1].Answers);
        Assert.Empty(agencies[2].Answers!);
        Assert.Equal([true, true, false], agencies.Select(agency => agency.Ranked));
    }

    private static Parsed<Cohort> Read(string json) => CohortFile.Read(Set, Encoding.UTF8.GetBytes(json));
}
