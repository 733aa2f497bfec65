using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

/// <summary>What may not be submitted: sections 2 (questions) and 4 (checks) of the format, sentence by sentence.</summary>
public sealed class FormCheckTests
{
    private const string Options = """ "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}, {"code": "z", "text": "Không có"}] """;
    private const string Columns = """ "columns": [{"code": "ten", "text": "Tên", "type": "text", "required": true, "unique": true}, {"code": "so", "text": "Số", "type": "integer"}, {"code": "trang", "text": "Trang", "type": "url"}] """;

    public static TheoryData<string, string, string> Required => new()
    {
        // type and keys of A, answers, what is found
        { "integer", "{}", "A:missing" },
        { "decimal", "{}", "A:missing" },
        { "yesNo", "{}", "A:missing" },
        { "choice, " + Options, "{}", "A:missing" },
        { "multi, " + Options, "{}", "A:missing" },
        { "rows, " + Columns, "{}", "A:missing" },
        { "text", "{}", "A:missing" },
        { "url", "{}", "A:missing" },
        { "date", "{}", "A:missing" },
        { "integer", """{"A": null}""", "A:missing" },
        { "text", """{"A": ""}""", "A:missing" }, // an empty text is unanswered
        { "url", """{"A": ""}""", "A:missing" },
        { """text, "evidence": "required" """, """{"A": "  "}""", "A:missing" }, // nor do spaces claim anything
        { "multi, " + Options, """{"A": []}""", "" }, // none of them is an answer
        { "rows, " + Columns, """{"A": []}""", "" },
        { "integer", """{"A": 0}""", "" },
        { "yesNo", """{"A": false}""", "" },
        { "date", """{"A": "2018-11-30"}""", "" },
        { """integer, "required": false""", "{}", "" },
        { """integer, "filledBy": "inspector" """, "{}", "" }, // required binds what the agency fills in
        { """choice, "filledBy": "system", "system": "submissionTimeliness", """ + Options, "{}", "" },
    };

    public static TheoryData<string, string, string> Shapes => new()
    {
        { """decimal, "digits": 1""", """{"A": 1.5}""", "" },
        { """decimal, "digits": 1""", """{"A": 1.50}""", "" },
        { """decimal, "digits": 1""", """{"A": 1.55}""", "A:shape chỉ được có 1 chữ số thập phân, đang là 1,55" },
        { "decimal", """{"A": 1.25}""", "" }, // two by default
        { "decimal", """{"A": 1.255}""", "A:shape chỉ được có 2 chữ số thập phân" },
        { """decimal, "digits": 0""", """{"A": 1.5}""", "A:shape phải là số nguyên, đang là 1,5" },
        { """text, "maxLength": 5""", """{"A": "Sở TC"}""", "" },
        { """text, "maxLength": 5""", """{"A": "Sở TTT"}""", "A:shape dài 6 ký tự, quá 5 ký tự" },
        { """text, "maxLength": 2""", """{"A": "👍👍"}""", "" }, // characters, not UTF-16 units
        { """url, "maxLength": 10""", """{"A": "https://stc.vn"}""", "A:shape dài 14 ký tự, quá 10 ký tự" },
        { "url", """{"A": "https://stc.quangbinh.gov.vn/a?b=1"}""", "" },
        { "url", """{"A": "stc.quangbinh.gov.vn"}""", "A:shape không phải địa chỉ đầy đủ" },
        { "url", """{"A": "ftp://stc.quangbinh.gov.vn"}""", "A:shape không phải địa chỉ đầy đủ" },
        { "url", """{"A": "https://stc quangbinh"}""", "A:shape không phải địa chỉ đầy đủ" },
        { "rows, " + Columns, """{"A": [{"ten": "Một", "so": 1, "trang": "https://a.vn"}, {"ten": "Hai"}]}""", "" },
        { "rows, " + Columns, """{"A": [{"ten": "Một"}, {"so": 1}]}""", "A:shape dòng 2 còn trống cột “Tên”" },
        { "rows, " + Columns, """{"A": [{"ten": "  "}]}""", "A:shape dòng 1 còn trống cột “Tên”" },
        { "rows, " + Columns, """{"A": [{"ten": "Cổng TTĐT"}, {"ten": "Hai"}, {"ten": " cổng ttđt "}]}""", "A:shape dòng 3 trùng dòng 1 ở cột “Tên”" }, // trimmed and without case
        { "rows, " + Columns, """{"A": [{"ten": "Một", "so": 1}, {"ten": "Hai", "so": 1}]}""", "" }, // not unique
        { "rows, " + Columns, """{"A": [{"ten": "Một", "trang": "a.vn"}]}""", "A:shape dòng 1, cột “Trang”: “a.vn” không phải địa chỉ đầy đủ" },
    };

    public static TheoryData<string, string, string> Bounds => new()
    {
        { """integer, "min": "0", "max": "10" """, """{"A": 0}""", "" },
        { """integer, "min": "0", "max": "10" """, """{"A": 10}""", "" },
        { """integer, "min": "0", "max": "10" """, """{"A": -1}""", "A:bounds giá trị -1 nhỏ hơn mức thấp nhất 0" },
        { """integer, "min": "0", "max": "10" """, """{"A": 11}""", "A:bounds giá trị 11 lớn hơn mức cao nhất 10" },
        { """decimal, "max": "B / 3" """, """{"A": 0.33, "B": 1}""", "" }, // exact: 0,33 < 1/3
        { """decimal, "max": "B / 3" """, """{"A": 0.34, "B": 1}""", "A:bounds lớn hơn mức cao nhất ≈ 0,3333 = B ÷ 3 (B = 1)" },
        { """integer, "max": "B" """, """{"A": 11}""", "" }, // skipped while B is unanswered
        { """integer, "max": "B" """, """{"A": 11, "B": 10}""", "A:bounds lớn hơn mức cao nhất 10 = B (B = 10)" },
        { """integer, "max": "B / G" """, """{"A": 11, "B": 10, "G": 0}""", "" }, // undefined holds
        { """integer, "max": "previous(B)" """, """{"A": 11, "B": 1}""", "" }, // no value of last year
        { """integer, "max": "H" """, """{"A": 11, "Y": false}""", "A:bounds lớn hơn mức cao nhất 0 = H (H = không hỏi)" }, // H is asked when Y: not asked counts as 0 and nobody waits for it
        { """integer, "max": "H" """, """{"A": 11, "Y": true}""", "" }, // H is asked and still open
        { """rows, "min": "1", "max": "B", """ + Columns, """{"A": [], "B": 1}""", "A:bounds số dòng 0 nhỏ hơn mức thấp nhất 1" },
        { """rows, "min": "1", "max": "B", """ + Columns, """{"A": [{"ten": "Một"}, {"ten": "Hai"}], "B": 1}""", "A:bounds số dòng 2 lớn hơn mức cao nhất 1" },
    };

    public static TheoryData<string, string, bool> Claims => new()
    {
        { "integer", "1", true },
        { "integer", "0", false },
        { "integer", "-1", false }, // a number > 0
        { "decimal", "0.01", true },
        { "yesNo", "true", true },
        { "yesNo", "false", false },
        { "choice, " + Options, "\"a\"", true },
        { "choice, " + Options, "\"b\"", true },
        { "choice, " + Options, "\"z\"", false }, // the last option
        { "multi, " + Options, "[\"z\"]", true }, // a ticked option, the last one too
        { "multi, " + Options, "[]", false },
        { "rows, " + Columns, """[{"ten": "Một"}]""", true },
        { "rows, " + Columns, "[]", false },
        { "text", "\"Phòng CNTT\"", true },
        { "url", "\"https://stc.vn\"", true },
        { "date", "\"2018-11-30\"", true },
    };

    [Theory]
    [MemberData(nameof(Required))]
    public void A_required_question_is_answered_by_the_agency_when_it_is_asked(string question, string answers, string found) => Same(found, question, answers);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_answer_has_its_digits_length_form_and_cells(string question, string answers, string found) => Same(found, question, answers);

    [Theory]
    [MemberData(nameof(Bounds))]
    public void A_number_or_number_of_rows_keeps_its_bounds(string question, string answers, string found) => Same(found, question, answers);

    [Theory]
    [MemberData(nameof(Claims))]
    public void Required_evidence_binds_exactly_when_the_answer_claims_something(string question, string answer, bool claims)
    {
        var answers = $$"""{"A": {{answer}}}""";

        Assert.Equal(claims ? ["A:evidenceMissing"] : [], Run(question + """, "evidence": "required" """, answers).All.Select(finding => finding.Code));
        Assert.Empty(Run(question + """, "evidence": "required" """, answers, evidence: ["A"]).All); // one item is enough
        Assert.Empty(Run(question + """, "evidence": "optional" """, answers).All);
        Assert.Empty(Run(question, answers).All);
    }

    [Fact]
    public void Evidence_is_not_asked_for_an_answer_that_is_missing_or_not_asked_or_filled_in_by_others()
    {
        Assert.Equal(["A:missing"], Run("""integer, "evidence": "required" """, "{}").All.Select(finding => finding.Code));
        Assert.Equal(["A:notAsked"], Run("""integer, "evidence": "required", "askWhen": "Y" """, """{"A": 1, "Y": false}""").All.Select(finding => finding.Code));
        Assert.Empty(Run("""integer, "evidence": "required", "filledBy": "inspector" """, """{"A": 1}""").All);
    }

    [Fact]
    public void An_answer_to_a_question_that_is_not_asked_is_an_error_and_nothing_else_about_it()
    {
        var findings = Run("""integer, "min": "5", "askWhen": "Y" """, """{"A": 1, "Y": false}""");

        var finding = Assert.Single(findings.All);
        Assert.Equal((FindingKind.NotAsked, CheckLevel.Error, "A:notAsked"), (finding.Kind, finding.Level, finding.Code));
        Assert.Contains("chỉ hỏi khi Y trả lời “Có”", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("A", findings.Asked);
    }

    [Fact]
    public void An_unasked_question_left_empty_is_no_matter()
    {
        Assert.Empty(Run("""integer, "askWhen": "Y" """, """{"Y": false}""").All);
        Assert.Empty(Run("""text, "askWhen": "Y" """, """{"A": "", "Y": false}""").All);
    }

    [Fact]
    public void A_chain_of_conditions_falls_with_its_first_link()
    {
        // G is asked when Y, A when G > 0: without Y the stored G counts as unanswered, so A is not asked either.
        string[] questions = [""" "code": "Y", "type": "yesNo" """, """ "code": "A", "type": "integer", "askWhen": "G > 0" """, """ "code": "G", "type": "integer", "askWhen": "Y" """];

        Assert.Equal(["A:notAsked", "G:notAsked"], Codes(questions, """{"Y": false, "G": 3, "A": 1}"""));
        Assert.Equal(["A:missing"], Codes(questions, """{"Y": true, "G": 3}"""));
        Assert.Equal(["G:missing"], Codes(questions, """{"Y": true}"""));
        Assert.Equal(["Y:missing"], Codes(questions, "{}"));
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_questions_and_are_found_by_question()
    {
        var findings = Run("""integer, "max": "5", "evidence": "required" """, """{"A": 9}""", checks: """{"code": "K1", "level": "warning", "assert": "A < 3", "message": "Nhiều."}""");

        Assert.Equal(["A:bounds", "A:evidenceMissing", "K1"], findings.All.Select(finding => finding.Code));
        Assert.Equal(findings.All, findings.For("A"));
        Assert.Empty(findings.For("B"));
        Assert.All(findings.All.Take(2), finding => Assert.StartsWith("Câu A “Câu hỏi”: ", finding.Message, StringComparison.Ordinal));
    }

    private static void Same(string expected, string question, string answers)
    {
        var findings = Run(question, answers).All;
        if (expected.Length == 0)
        {
            Assert.Empty(findings);
            return;
        }

        var parts = expected.Split(' ', 2);
        var finding = Assert.Single(findings);
        Assert.Equal((parts[0], CheckLevel.Error), (finding.Code, finding.Level));
        Assert.Equal(["A"], finding.Questions);
        Assert.Contains(parts.Length > 1 ? parts[1] : "chưa trả lời", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>A set of the question A with others that need no answer: numbers B and G, yes/no Y, and H which is asked when Y.</summary>
    private static FormFindings Run(string question, string answers, string checks = "", string? previous = null, string[]? evidence = null)
    {
        var type = question.Split(',', 2);
        string[] questions =
        [
            $$""" "code": "A", "type": "{{type[0]}}"{{(type.Length > 1 ? "," + type[1] : "")}} """,
            """ "code": "B", "type": "integer", "required": false """,
            """ "code": "G", "type": "integer", "required": false """,
            """ "code": "Y", "type": "yesNo", "required": false """,
            """ "code": "H", "type": "integer", "required": false, "askWhen": "Y" """,
        ];
        return Run(questions, answers, checks, previous, evidence);
    }

    internal static FormFindings Run(string[] questions, string answers, string checks = "", string? previous = null, string[]? evidence = null)
    {
        var set = Sets.Read(Encoding.UTF8.GetBytes(Sets.Json(questions, [(10, """ "rule": {"kind": "points", "value": "0"} """)], checks)));
        var agency = Sets.Agency(set, "X", answers, previous);
        return FormCheck.Run(set, agency.Answers!, agency.Previous, (evidence ?? []).ToHashSet());
    }

    private static IEnumerable<string> Codes(string[] questions, string answers) => Run(questions, answers).All.Select(finding => finding.Code);
}
