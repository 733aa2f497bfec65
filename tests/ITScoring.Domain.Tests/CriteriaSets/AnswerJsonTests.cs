using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Tests.CriteriaSets;

/// <summary>Answers as JSON (section 7 of the format): what is read, what is refused, and the one form in which they are stored.</summary>
public sealed class AnswerJsonTests
{
    private static readonly CriteriaSet Set = Sets.Of(
        [
            """ "code": "N", "type": "integer" """,
            """ "code": "D", "type": "decimal" """,
            """ "code": "Y", "type": "yesNo" """,
            """ "code": "C", "type": "choice", "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}] """,
            """ "code": "M", "type": "multi", "options": [{"code": "b", "text": "Hai"}, {"code": "a", "text": "Một"}] """,
            """ "code": "R", "type": "rows", "columns": [{"code": "ten", "text": "Tên", "type": "text"}, {"code": "so", "text": "Số", "type": "integer"}, {"code": "ngay", "text": "Ngày", "type": "date"}, {"code": "trang", "text": "Trang", "type": "url"}] """,
            """ "code": "T", "type": "text" """,
            """ "code": "U", "type": "url" """,
            """ "code": "A", "type": "date" """,
        ],
        (10, """ "rule": {"kind": "points", "value": "N"} """));

    [Theory]
    [InlineData("N", "12", "12")]
    [InlineData("N", "\"12\"", "12")]
    [InlineData("N", "12.0", "12")]
    [InlineData("N", "1.2e1", "12")]
    [InlineData("N", "-3", "-3")]
    [InlineData("N", "-0", "0")]
    [InlineData("N", "0012345678901234567890", null)] // no JSON
    [InlineData("N", "\"0012\"", "12")]
    [InlineData("N", "12345678901234567890123", "12345678901234567890123")]
    [InlineData("D", "0.10", "0.1")]
    [InlineData("D", "\"0.10\"", "0.1")]
    [InlineData("D", "1e-3", "0.001")]
    [InlineData("D", "0.1234567890123456789", "0.1234567890123456789")] // the digits that it shows, never a binary fraction
    [InlineData("Y", "true", "true")]
    [InlineData("Y", "false", "false")]
    [InlineData("C", "\"b\"", "\"b\"")]
    [InlineData("M", "[\"a\", \"b\"]", "[\"b\",\"a\"]")] // in the order of the question
    [InlineData("M", "[]", "[]")]
    [InlineData("R", "[]", "[]")]
    [InlineData("R", """[ {"ten": "Cổng", "so": "2", "ngay": "2018-11-30", "trang": "https://a.vn"} ]""", """[{"ngay":"2018-11-30","so":2,"ten":"Cổng","trang":"https://a.vn"}]""")]
    [InlineData("R", """[{"ten": "", "so": null}, {}]""", "[{},{}]")] // empty cells are not in it
    [InlineData("T", "\"Sở Tài chính\"", "\"Sở Tài chính\"")]
    [InlineData("T", "\"dòng 1\\ndòng 2\\t\\\"x\\\"\\\\ \\u0001 \\/\"", "\"dòng 1\\ndòng 2\\t\\\"x\\\"\\\\ \\u0001 /\"")]
    [InlineData("T", "\"\\u0110\\uD83D\\uDC4D\"", "\"Đ👍\"")]
    [InlineData("U", "\"không phải địa chỉ\"", "\"không phải địa chỉ\"")] // whether it is one is a matter of submission
    [InlineData("A", "\"2018-11-30\"", "\"2018-11-30\"")]
    public void An_answer_is_read_and_stored_in_one_form_only(string question, string json, string? stored)
    {
        var parsed = AnswerJson.Read(Set.FindQuestion(question)!, json);

        Assert.Equal(stored, parsed.Value?.ToJson());
        Assert.Equal(stored is not null, parsed.Ok);
        if (stored is not null)
            Assert.Equal(parsed.Value, AnswerJson.Read(Set.FindQuestion(question)!, stored).Value);
    }

    [Theory]
    [InlineData("N", "null")]
    [InlineData("M", "null")]
    [InlineData("T", "\"\"")]
    [InlineData("U", "\"\"")]
    public void Null_and_an_empty_text_are_no_answer_and_no_problem(string question, string json)
    {
        var parsed = AnswerJson.Read(Set.FindQuestion(question)!, json);

        Assert.Null(parsed.Value);
        Assert.True(parsed.Ok);
    }

    [Theory]
    [InlineData("N", "true", "phải là số")]
    [InlineData("N", "\"mười\"", "phải là số")]
    [InlineData("N", "\"-3\"", "phải là số")] // a string of digits has no sign
    [InlineData("N", "\"1e3\"", "phải là số")]
    [InlineData("N", "\"\"", "phải là số")]
    [InlineData("N", "\"1.\"", "phải là số")]
    [InlineData("N", "\"1,5\"", "phải là số")]
    [InlineData("N", "1.5", "phải là số nguyên, đang là 1,5")]
    [InlineData("N", "[1]", "phải là số")]
    [InlineData("D", "1e999", "số quá dài")]
    [InlineData("Y", "\"true\"", "phải là true (có) hoặc false (không)")]
    [InlineData("Y", "1", "phải là true (có) hoặc false (không)")]
    [InlineData("C", "\"c\"", "không có phương án “c”; các phương án là a, b")]
    [InlineData("C", "\"A\"", "không có phương án “A”")]
    [InlineData("C", "1", "phải là mã một phương án")]
    [InlineData("M", "\"a\"", "phải là danh sách mã phương án")]
    [InlineData("M", "[\"c\"]", "không có phương án “c”")]
    [InlineData("M", "[\"a\", \"a\"]", "phương án “a” được ghi hai lần")]
    [InlineData("M", "[1]", "mỗi mục phải là mã một phương án")]
    [InlineData("R", "{}", "phải là danh sách các dòng")]
    [InlineData("R", "[1]", "mỗi dòng phải là một đối tượng")]
    [InlineData("R", """[{"khac": "x"}]""", "không có cột “khac”; các cột là ten, so, ngay, trang")]
    [InlineData("R", """[{"ten": 1}]""", "cột ten: phải là chuỗi")]
    [InlineData("R", """[{"so": 1.5}]""", "cột so: phải là số nguyên")]
    [InlineData("R", """[{"ngay": "30/11/2018"}]""", "cột ngay: phải là một ngày có thật")]
    [InlineData("R", """[{"ten": "x", "ten": "y"}]""", "cột “ten” được ghi hai lần")]
    [InlineData("T", "1", "phải là chuỗi")]
    [InlineData("A", "\"30/11/2018\"", "phải là một ngày có thật")]
    [InlineData("A", "\"2018-11-31\"", "phải là một ngày có thật")]
    [InlineData("A", "\"2018-1-1\"", "phải là một ngày có thật")]
    [InlineData("A", "\"\"", "phải là một ngày có thật")]
    [InlineData("T", "\"chưa đóng", "không phải JSON hợp lệ")]
    [InlineData("T", "\"\\uD83D\"", "không thành cặp")]
    public void A_value_of_the_wrong_form_is_refused_and_says_what_is_expected(string question, string json, string saying)
    {
        var parsed = AnswerJson.Read(Set.FindQuestion(question)!, json);

        Assert.Null(parsed.Value);
        Assert.Contains(parsed.Problems, problem => problem.Message.Contains(saying, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_wrong_mark_of_a_list_is_listed()
    {
        var parsed = AnswerJson.Read(Set.FindQuestion("M")!, """["c", "a", "d", "a"]""");

        Assert.Equal(3, parsed.Problems.Count);
        Assert.All(parsed.Problems, problem => Assert.Equal("M", problem.Item));
    }

    [Fact]
    public void Equal_answers_are_equal_whatever_their_writing()
    {
        AnswerValue Of(string question, string json) => AnswerJson.Read(Set.FindQuestion(question)!, json).Value!;

        Assert.Equal(Of("D", "1.50"), Of("D", "1.5"));
        Assert.Equal(Of("M", """["a","b"]"""), Of("M", """["b","a"]"""));
        Assert.Equal(Of("M", """["a","b"]""").GetHashCode(), Of("M", """["b","a"]""").GetHashCode());
        Assert.Equal(Of("R", """[{"ten":"x","so":1}]"""), Of("R", """[{"so":1,"ten":"x"}]"""));
        Assert.Equal(Of("R", """[{"ten":"x","so":1}]""").GetHashCode(), Of("R", """[{"so":1,"ten":"x"}]""").GetHashCode());
        Assert.NotEqual(Of("R", """[{"ten":"x"},{"ten":"y"}]"""), Of("R", """[{"ten":"y"},{"ten":"x"}]"""));
        Assert.NotEqual(Of("R", """[{"ten":"x"}]"""), Of("R", """[{"ten":"x","so":1}]"""));
    }
}
