using System.Text;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Tests.CriteriaSets;

/// <summary>
/// Section 1 of the format, sentence by sentence: each row breaks one good set in one place and names the pointer, the code of the item at
/// fault and words of the message. The format's own broken vectors stand beside this in <see cref="BrokenSetTests"/>.
/// </summary>
public sealed class SetDefectTests
{
    private const string Good = """
        {"format": "itscoring/criteria-set/1", "code": "THU", "version": 1, "title": "Bộ thử", "scale": 100,
         "sections": [{"code": "P1", "name": "Phần 1"}, {"code": "P2", "name": "Phần 2"}],
         "questions": [
          {"code": "A", "section": "P1", "text": "Câu A", "type": "integer", "min": "0", "max": "100"},
          {"code": "B", "section": "P1", "text": "Câu B", "type": "decimal", "digits": 3},
          {"code": "Y", "section": "P1", "text": "Câu Y", "type": "yesNo", "askWhen": "A > 0"},
          {"code": "C", "section": "P2", "text": "Câu C", "type": "choice", "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}]},
          {"code": "M", "section": "P2", "text": "Câu M", "type": "multi", "options": [{"code": "a", "text": "Một"}, {"code": "b", "text": "Hai"}]},
          {"code": "R", "section": "P2", "text": "Câu R", "type": "rows", "columns": [{"code": "ten", "text": "Tên", "type": "text"}, {"code": "so", "text": "Số", "type": "integer"}]},
          {"code": "T", "section": "P2", "text": "Câu T", "type": "text", "maxLength": 50},
          {"code": "S", "section": "P2", "text": "Câu S", "type": "choice", "filledBy": "system", "system": "submissionTimeliness", "options": [{"code": "a", "text": "Đúng hạn"}]}
         ],
         "checks": [{"code": "K1", "level": "error", "assert": "A <= 100", "message": "Sai."}, {"code": "K2", "level": "warning", "assert": "B < 1", "message": "Lạ.", "questions": ["B"]}],
         "groups": [
          {"code": "G1", "name": "Nhóm 1", "max": 60, "criteria": [
           {"code": "I.1", "name": "Một", "max": 10, "rule": {"kind": "ratio", "value": "A / 100"}},
           {"code": "I.2", "name": "Hai", "max": 10, "rule": {"kind": "norm", "value": "A", "norm": 5, "floor": 1}},
           {"code": "I.3", "name": "Ba", "max": 10, "rule": {"kind": "bands", "value": "A", "bands": [{"above": 50, "points": 10}, {"from": 50, "points": 5}, {"from": 1, "points": 2}]}},
           {"code": "I.4", "name": "Bốn", "max": 10, "rule": {"kind": "yesNo", "value": "Y", "points": 9}},
           {"code": "I.5", "name": "Năm", "max": 10, "rule": {"kind": "choice", "question": "C", "points": {"a": 8, "b": 4}}},
           {"code": "I.6", "name": "Sáu", "max": 10, "rule": {"kind": "checklist", "question": "M", "points": {"a": 6, "b": 4}}}]},
          {"code": "G2", "name": "Nhóm 2", "max": 40, "criteria": [
           {"code": "II.1", "name": "Bảy", "max": 10, "rule": {"kind": "count", "value": "count(R)", "each": 2}},
           {"code": "II.2", "name": "Tám", "max": 10, "rule": {"kind": "cases", "cases": [{"when": "A > 9", "points": 10}, {"when": "A > 4", "points": 5}]}, "appliesWhen": "Y"},
           {"code": "II.3", "name": "Chín", "max": 10, "rule": {"kind": "sum", "of": [{"kind": "points", "value": "B", "max": 4}, {"kind": "checklist", "question": "M", "each": 3, "max": 6}]}},
           {"code": "II.4", "name": "Mười", "max": 10, "rule": {"kind": "best", "of": [{"kind": "bestOfCohort", "value": "A", "max": 10}, {"kind": "yesNo", "value": "true", "points": 7, "max": 7}]}}]},
          {"code": "TRU", "name": "Điểm trừ", "kind": "adjustment", "cap": 0, "floor": -5.5, "criteria": [
           {"code": "TRU.1", "name": "Trừ", "max": -3, "rule": {"kind": "sum", "of": [{"kind": "yesNo", "value": "Y", "points": 1, "max": 1}]}}]}
         ],
         "classes": [{"name": "Tốt", "from": 0.8}, {"name": "Khá", "from": 0.5}, {"name": "Yếu", "from": 0}]}
        """;

    public static TheoryData<string, string, string, string, string> Defects
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();

            // It is not JSON, has a key twice, a key missing or a key that the schema does not know.
            rows.Add("\"classes\":", "\"classes\" ", "", "", "Tệp không phải JSON hợp lệ: sai ở dòng");
            rows.Add("\"version\": 1,", "\"version\": 1, \"version\": 1,", "/version", "THU", "Khóa “version” xuất hiện hai lần");
            rows.Add("\"norm\": 5,", "\"norm\": 5, \"norm\": 6,", "/groups/0/criteria/1/rule/norm", "I.2", "Khóa “norm” xuất hiện hai lần");
            rows.Add("{\"a\": 8, \"b\": 4}", "{\"a\": 8, \"a\": 4}", "/groups/0/criteria/4/rule/points/a", "I.5", "Khóa “a” xuất hiện hai lần");
            rows.Add("\"title\": \"Bộ thử\", ", "", "", "THU", "Thiếu khóa “title”");
            rows.Add(", \"message\": \"Sai.\"", "", "/checks/0", "K1", "Thiếu khóa “message”");
            rows.Add("\"norm\": 5, ", "", "/groups/0/criteria/1/rule", "I.2", "Thiếu khóa “norm”");
            rows.Add(", \"max\": 4}", "}", "/groups/1/criteria/2/rule/of/0", "II.3", "Thiếu khóa “max”");
            rows.Add("\"scale\": 100,", "\"scale\": 100, \"thang\": 100,", "/thang", "THU", "Khóa “thang” không có trong định dạng");
            rows.Add("\"text\": \"Câu A\",", "\"text\": \"Câu A\", \"texts\": \"x\",", "/questions/0/texts", "A", "Khóa “texts” không có trong định dạng");
            rows.Add("{\"code\": \"a\", \"text\": \"Đúng hạn\"}", "{\"code\": \"a\", \"text\": \"Đúng hạn\", \"x\": 1}", "/questions/7/options/0/x", "S", "Khóa “x” không có trong định dạng"); // of an option its question's
            rows.Add("\"text\": \"Số\",", "\"text\": \"Số\", \"x\": 1,", "/questions/5/columns/1/x", "R", "Khóa “x” không có trong định dạng"); // of a column too
            rows.Add("\"digits\": 3", "\"digits\": 3, \"maxLength\": 5", "/questions/1/maxLength", "B", "Khóa “maxLength” chỉ dùng cho câu hỏi loại text, url");
            rows.Add("\"cap\": 0,", "\"cap\": 0, \"max\": 5,", "/groups/2/max", "TRU", "Khóa “max” chỉ dùng cho nhóm tính điểm");
            rows.Add("\"max\": 60,", "\"max\": 60, \"floor\": 0,", "/groups/0/floor", "G1", "Khóa “floor” chỉ dùng cho nhóm cộng, trừ điểm");
            rows.Add("\"value\": \"A / 100\"", "\"value\": \"A / 100\", \"each\": 1", "/groups/0/criteria/0/rule/each", "I.1", "Khóa “each” không có trong định dạng");
            rows.Add("\"kind\": \"ratio\"", "\"kind\": \"share\"", "/groups/0/criteria/0/rule/kind", "I.1", "Không có loại quy tắc “share”");
            rows.Add("\"type\": \"yesNo\"", "\"type\": \"boolean\"", "/questions/2/type", "Y", "“type” không nhận “boolean”");
            rows.Add("\"format\": \"itscoring/criteria-set/1\"", "\"format\": \"itscoring/criteria-set/3\"", "/format", "THU", "“format” phải là “itscoring/criteria-set/1” hoặc");
            rows.Add("\"version\": 1", "\"version\": 0", "/version", "THU", "“version” phải là số nguyên từ 1");
            rows.Add("\"scale\": 100", "\"scale\": \"100\"", "/scale", "THU", "“scale” phải là số");
            rows.Add("\"title\": \"Bộ thử\"", "\"title\": \"\"", "/title", "THU", "“title” không được để trống");

            // The form of codes.
            rows.Add("\"code\": \"THU\"", "\"code\": \"thu\"", "/code", "thu", "Mã “thu” không đúng dạng");
            rows.Add("{\"code\": \"T\", ", "{\"code\": \"t\", ", "/questions/6/code", "t", "Mã “t” không đúng dạng");
            rows.Add("\"code\": \"T\"", "\"code\": \"ABCDEFGHIJKLMNOPQ\"", "/questions/6/code", "ABCDEFGHIJKLMNOPQ", "không quá 16 ký tự");

            // A code is used twice: criteria in the whole set, the others within their list.
            rows.Add("\"code\": \"P2\", \"name\"", "\"code\": \"P1\", \"name\"", "/sections/1/code", "P1", "Mã phần “P1” đã được dùng");
            rows.Add("{\"code\": \"K2\"", "{\"code\": \"K1\"", "/checks/1/code", "K1", "Mã kiểm tra “K1” đã được dùng");
            rows.Add("{\"code\": \"G2\"", "{\"code\": \"G1\"", "/groups/1/code", "G1", "Mã nhóm “G1” đã được dùng");
            rows.Add("{\"code\": \"II.4\"", "{\"code\": \"I.1\"", "/groups/1/criteria/3/code", "I.1", "Mã tiêu chí “I.1” đã được dùng");
            rows.Add("{\"code\": \"so\"", "{\"code\": \"ten\"", "/questions/5/columns/1/code", "R", "Mã cột “ten” đã được dùng");
            rows.Add("[{\"code\": \"a\", \"text\": \"Đúng hạn\"}]", "[{\"code\": \"a\", \"text\": \"Đúng hạn\"}, {\"code\": \"a\", \"text\": \"Muộn\"}]", "/questions/7/options/1/code", "S", "Mã phương án “a” đã được dùng");

            // Or is unknown where it is referred to.
            rows.Add("\"section\": \"P1\", \"text\": \"Câu A\"", "\"section\": \"P9\", \"text\": \"Câu A\"", "/questions/0/section", "A", "Không có phần mã “P9”");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"A9 <= 100\"", "/checks/0/assert", "K1", "không có câu hỏi mã A9");
            rows.Add("\"questions\": [\"B\"]", "\"questions\": [\"B9\"]", "/checks/1/questions/0", "K2", "Không có câu hỏi mã B9");
            rows.Add("\"max\": \"100\"", "\"max\": \"A9\"", "/questions/0/max", "A", "không có câu hỏi mã A9");
            rows.Add("\"askWhen\": \"A > 0\"", "\"askWhen\": \"A9 > 0\"", "/questions/2/askWhen", "Y", "không có câu hỏi mã A9");
            rows.Add("\"appliesWhen\": \"Y\"", "\"appliesWhen\": \"Y9\"", "/groups/1/criteria/1/appliesWhen", "II.2", "không có câu hỏi mã Y9");
            rows.Add("\"question\": \"C\"", "\"question\": \"C9\"", "/groups/0/criteria/4/rule/question", "I.5", "Không có câu hỏi mã C9");
            rows.Add("\"question\": \"C\"", "\"question\": \"M\"", "/groups/0/criteria/4/rule/question", "I.5", "Câu hỏi M không thuộc loại chọn một");
            rows.Add("{\"a\": 8, \"b\": 4}", "{\"a\": 8, \"c\": 4}", "/groups/0/criteria/4/rule/points/c", "I.5", "Câu hỏi C không có phương án “c”");
            rows.Add("\"value\": \"A / 100\"", "\"value\": \"max(0, min(A9, 1))\"", "/groups/0/criteria/0/rule/value", "I.1", "không có câu hỏi mã A9");
            rows.Add("\"when\": \"A > 9\"", "\"when\": \"has(M, \\\"c\\\")\"", "/groups/1/criteria/1/rule/cases/0/when", "II.2", "câu hỏi M không có phương án “c”");
            rows.Add("\"when\": \"A > 9\"", "\"when\": \"C = \\\"c\\\"\"", "/groups/1/criteria/1/rule/cases/0/when", "II.2", "câu hỏi C không có phương án “c”");
            rows.Add("\"when\": \"A > 9\"", "\"when\": \"\\\"c\\\" != C\"", "/groups/1/criteria/1/rule/cases/0/when", "II.2", "câu hỏi C không có phương án “c”");

            // An expression does not parse, mixes types, or is longer than 2,000 characters or nested deeper than 50.
            rows.Add("\"value\": \"A / 100\"", "\"value\": \"A / \"", "/groups/0/criteria/0/rule/value", "I.1", "biểu thức chưa hết ý");
            rows.Add("\"value\": \"A / 100\"", "\"value\": \"A A\"", "/groups/0/criteria/0/rule/value", "I.1", "không hiểu “A” ở chỗ này");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"0 < A < 100\"", "/checks/0/assert", "K1", "các phép so sánh không nối tiếp nhau được");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"A AND B\"", "/checks/0/assert", "K1", "không hiểu “AND”");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"A + 1\"", "/checks/0/assert", "K1", "cho kết quả là số, ở đây cần điều kiện đúng/sai");
            rows.Add("\"value\": \"A / 100\"", "\"value\": \"A > 1\"", "/groups/0/criteria/0/rule/value", "I.1", "cho kết quả là điều kiện đúng/sai, ở đây cần số");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"Y < true\"", "/checks/0/assert", "K1", "phép “<” chỉ so sánh hai số");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"A = Y\"", "/checks/0/assert", "K1", "so sánh số với điều kiện đúng/sai");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"T = \\\"x\\\"\"", "/checks/0/assert", "K1", "câu hỏi T không phải là số, có/không hay chọn một");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"count(A) > 1\"", "/checks/0/assert", "K1", "count() chỉ dùng cho câu hỏi loại chọn nhiều hoặc bảng dòng");
            rows.Add("\"assert\": \"A <= 100\"", "\"assert\": \"previous(Y) > 1\"", "/checks/0/assert", "K1", "previous() chỉ dùng cho câu hỏi loại số");
            rows.Add("\"value\": \"A / 100\"", $"\"value\": \"{string.Concat(Enumerable.Repeat("A + ", 500))}A\"", "/groups/0/criteria/0/rule/value", "I.1", "Biểu thức dài 2001 ký tự, quá 2000 ký tự");
            rows.Add("\"value\": \"A / 100\"", $"\"value\": \"{new string('(', 51)}A{new string(')', 51)}\"", "/groups/0/criteria/0/rule/value", "I.1", "Biểu thức lồng nhau quá 50 cấp");

            // A criterion can give more than its max where that can be told from the file; likewise a part. Points are never negative.
            rows.Add("\"value\": \"Y\", \"points\": 9", "\"value\": \"Y\", \"points\": 10.01", "/groups/0/criteria/3/rule/points", "I.4", "Tiêu chí I.4 có thể cho 10,01 điểm, quá điểm tối đa 10");
            rows.Add("\"above\": 50, \"points\": 10", "\"above\": 50, \"points\": 11", "/groups/0/criteria/2/rule/bands/0/points", "I.3", "quá điểm tối đa 10");
            rows.Add("\"when\": \"A > 4\", \"points\": 5", "\"when\": \"A > 4\", \"points\": 11", "/groups/1/criteria/1/rule/cases/1/points", "II.2", "quá điểm tối đa 10");
            rows.Add("\"points\": {\"a\": 6, \"b\": 4}", "\"points\": {\"a\": 6, \"b\": 4.5}", "/groups/0/criteria/5/rule/points", "I.6", "cộng lại được 10,5 điểm, quá điểm tối đa 10");
            rows.Add("\"each\": 3, \"max\": 6", "\"each\": 3.5, \"max\": 6", "/groups/1/criteria/2/rule/of/1/each", "II.3", "cộng lại được 7 điểm, quá điểm tối đa 6");
            rows.Add("\"points\": 7, \"max\": 7", "\"points\": 8, \"max\": 7", "/groups/1/criteria/3/rule/of/1/points", "II.4", "quá điểm tối đa 7");
            rows.Add("\"points\": 1, \"max\": 1", "\"points\": 2, \"max\": 1", "/groups/2/criteria/0/rule/of/0/points", "TRU.1", "quá điểm tối đa 1");
            rows.Add("\"when\": \"A > 4\", \"points\": 5", "\"when\": \"A > 4\", \"points\": -1", "/groups/1/criteria/1/rule/cases/1/points", "II.2", "“points” không được nhỏ hơn 0");
            rows.Add("\"each\": 2", "\"each\": -2", "/groups/1/criteria/0/rule/each", "II.1", "“each” không được nhỏ hơn 0");
            rows.Add("{\"a\": 8, \"b\": 4}", "{\"a\": -8, \"b\": 4}", "/groups/0/criteria/4/rule/points/a", "I.5", "“a” không được nhỏ hơn 0");
            rows.Add("\"norm\": 5", "\"norm\": 0", "/groups/0/criteria/1/rule/norm", "I.2", "“norm” phải lớn hơn 0");
            rows.Add("\"points\": 1, \"max\": 1", "\"points\": 1, \"max\": -1", "/groups/2/criteria/0/rule/of/0/max", "TRU.1", "“max” không được nhỏ hơn 0"); // parts of a deduction are written positive

            // The maxima of a group's criteria add up to its max, those of the score groups to the scale.
            rows.Add("\"scale\": 100", "\"scale\": 101", "/groups", "THU", "Tổng điểm tối đa của các nhóm tính điểm là 100,00, khác thang điểm “scale” là 101,00");
            rows.Add("\"scale\": 100", "\"scale\": 0", "/scale", "THU", "“scale” phải lớn hơn 0");

            // max, scale, cap, floor have at most two decimals; floor ≤ cap.
            rows.Add("\"scale\": 100", "\"scale\": 100.001", "/scale", "THU", "“scale” chỉ được có hai chữ số thập phân");
            rows.Add("\"max\": -3", "\"max\": -3.001", "/groups/2/criteria/0/max", "TRU.1", "“max” chỉ được có hai chữ số thập phân");
            rows.Add("\"cap\": 0", "\"cap\": 0.001", "/groups/2/cap", "TRU", "“cap” chỉ được có hai chữ số thập phân");
            rows.Add("\"floor\": -5.5", "\"floor\": -5.555", "/groups/2/floor", "TRU", "“floor” chỉ được có hai chữ số thập phân");
            rows.Add("\"floor\": -5.5", "\"floor\": 0.01", "/groups/2/floor", "TRU", "“floor” (0,01) lớn hơn “cap” (0,00)");

            // Bands strictly descending, above before from; classes strictly descending down to 0.
            rows.Add("{\"from\": 1, \"points\": 2}", "{\"from\": 50, \"points\": 2}", "/groups/0/criteria/2/rule/bands/2", "I.3", "Các mức phải giảm dần");
            rows.Add("{\"from\": 1, \"points\": 2}", "{\"above\": 50, \"points\": 2}", "/groups/0/criteria/2/rule/bands/2", "I.3", "Các mức phải giảm dần");
            rows.Add("{\"from\": 1, \"points\": 2}", "{\"from\": 1, \"above\": 1, \"points\": 2}", "/groups/0/criteria/2/rule/bands/2", "I.3", "đúng một trong hai khóa “from”");
            rows.Add("\"bands\": [{\"above\": 50, \"points\": 10}, {\"from\": 50, \"points\": 5}, {\"from\": 1, \"points\": 2}]", "\"bands\": []", "/groups/0/criteria/2/rule/bands", "I.3", "“bands” phải có ít nhất một mục");
            rows.Add("\"name\": \"Khá\", \"from\": 0.5", "\"name\": \"Khá\", \"from\": 0.8", "/classes/1/from", "THU", "Ngưỡng xếp loại phải giảm dần");

            // A min is greater than its max where neither names a question.
            rows.Add("\"min\": \"0\"", "\"min\": \"50 * 2 + 1\"", "/questions/0/min", "A", "“min” (101) lớn hơn “max” (100)");

            // What the schema asks of a question.
            rows.Add(", \"system\": \"submissionTimeliness\"", "", "/questions/7", "S", "Thiếu khóa “system”");
            rows.Add("\"filledBy\": \"system\", ", "", "/questions/7/system", "S", "Khóa “system” chỉ dùng cho câu hỏi có “filledBy”: “system”");
            rows.Add("\"digits\": 3", "\"digits\": 10", "/questions/1/digits", "B", "“digits” phải là số nguyên từ 0 đến 9");
            rows.Add("\"maxLength\": 50", "\"maxLength\": 0", "/questions/6/maxLength", "T", "“maxLength” phải là số nguyên từ 1");
            rows.Add("\"question\": \"M\", \"points\": {\"a\": 6, \"b\": 4}", "\"question\": \"M\"", "/groups/0/criteria/5/rule", "I.6", "đúng một trong hai khóa “each” và “points”");
            return rows;
        }
    }

    [Fact]
    public void The_set_that_is_broken_below_is_good() => Assert.Empty(Read(Good).Problems);

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_set_with_one_defect_is_refused_and_the_listing_says_where_whose_and_how_to_mend_it(string good, string bad, string pointer, string item, string saying)
    {
        var parsed = Read(Broken(good, bad));

        Assert.Null(parsed.Value);
        var problem = Assert.Single(parsed.Problems, found => found.Message.Contains(saying, StringComparison.Ordinal));
        Assert.Equal((pointer, item), (problem.Pointer, problem.Item));
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_whose_conditions_wait_for_each_other_are_all_named()
    {
        // A waits for M and M for A; Y waits for A but is in no circle.
        var text = Broken("\"type\": \"integer\", \"min\": \"0\", \"max\": \"100\"", "\"type\": \"integer\", \"askWhen\": \"count(M) > 0\"");
        var parsed = Read(text.Replace("\"text\": \"Câu M\", \"type\": \"multi\"", "\"text\": \"Câu M\", \"type\": \"multi\", \"askWhen\": \"answered(A)\"", StringComparison.Ordinal));

        Assert.Equal(["/questions/0/askWhen: A", "/questions/4/askWhen: M"], parsed.Problems.Select(problem => $"{problem.Pointer}: {problem.Item}"));
        Assert.All(parsed.Problems, problem => Assert.Contains("các câu A, M phụ thuộc vòng tròn", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_condition_on_itself_is_a_circle() =>
        Assert.Equal("Y", Assert.Single(Read(Broken("\"askWhen\": \"A > 0\"", "\"askWhen\": \"answered(Y)\"")).Problems).Item);

    [Theory]
    [InlineData("\"askWhen\": \"A > 0\"", "\"askWhen\": \"answered(T)\"")] // a condition may name a later question
    [InlineData("\"min\": \"0\"", "\"min\": \"B\"")] // bounds that name a question cannot be compared beforehand
    [InlineData("\"min\": \"0\"", "\"min\": \"1 / 0\"")]
    [InlineData("\"classes\": [{\"name\": \"Tốt\", \"from\": 0.8}, {\"name\": \"Khá\", \"from\": 0.5}, {\"name\": \"Yếu\", \"from\": 0}]", "\"classes\": []")] // rank only
    [InlineData("\"each\": 2}", "\"each\": 200}")] // a count is capped by its max
    [InlineData("\"max\": 4}", "\"max\": 9}")] // parts may add up to more than the criterion
    [InlineData("\"value\": \"A / 100\"", "\"value\": \"A\\n  / 100\"")] // spaces and line breaks are free
    [InlineData("\"title\": \"Bộ thử\",", "\"title\": \"Bộ thử\", \"notes\": \"\",")]
    [InlineData("\"code\": \"II.1\"", "\"code\": \"A\"")] // a criterion may be called like a question
    [InlineData("\"value\": \"A / 100\"", "\"value\": \"previous(A) / 100\"")]
    public void What_the_format_allows_is_read(string good, string other) => Assert.Empty(Read(Broken(good, other)).Problems);

    [Fact]
    public void The_longest_and_the_deepest_expression_are_read()
    {
        var longest = string.Concat(Enumerable.Repeat("A +", 666)) + " A"; // 2,000 characters
        Assert.Equal(2000, longest.Length);

        Assert.Empty(Read(Broken("\"value\": \"A / 100\"", $"\"value\": \"{longest}\"")).Problems);
        Assert.Empty(Read(Broken("\"value\": \"A / 100\"", $"\"value\": \"{new string('(', 50)}A{new string(')', 50)}\"")).Problems);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_or_nested_without_end_is_refused_in_one_sentence()
    {
        Assert.Contains("không được mã hóa UTF-8", Assert.Single(CriteriaSetFile.Read([0x7B, 0xFF, 0x7D]).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("lồng nhau quá", Assert.Single(Read(new string('[', 100_000)).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("không phải JSON hợp lệ", Assert.Single(Read("").Problems).Message, StringComparison.Ordinal);
        Assert.Contains("Phải là một đối tượng", Assert.Single(Read("[]").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Empty(CriteriaSetFile.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]).Problems);

    [Fact]
    public void A_set_with_many_defects_lists_them_all_in_the_order_of_the_file()
    {
        (string Good, string Bad, string Pointer, string Item)[] defects =
        [
            ("\"version\": 1", "\"version\": 1.5", "/version", "THU"),
            ("\"code\": \"P2\", \"name\"", "\"code\": \"P1\", \"name\"", "/sections/1/code", "P1"),
            ("\"max\": \"100\"", "\"max\": \"100 +\"", "/questions/0/max", "A"),
            ("\"digits\": 3", "\"digits\": 30", "/questions/1/digits", "B"),
            ("\"text\": \"Số\", \"type\": \"integer\"", "\"text\": \"Số\", \"type\": \"number\"", "/questions/5/columns/1/type", "R"),
            ("\"level\": \"error\"", "\"level\": \"fatal\"", "/checks/0/level", "K1"),
            ("\"norm\": 5", "\"norm\": -5", "/groups/0/criteria/1/rule/norm", "I.2"),
            ("\"above\": 50, \"points\": 10", "\"above\": 50, \"points\": 12", "/groups/0/criteria/2/rule/bands/0/points", "I.3"),
            ("\"question\": \"C\"", "\"question\": \"C9\"", "/groups/0/criteria/4/rule/question", "I.5"),
            ("\"when\": \"A > 9\"", "\"when\": \"A + Y > 9\"", "/groups/1/criteria/1/rule/cases/0/when", "II.2"),
            ("\"floor\": -5.5", "\"floor\": 5.5", "/groups/2/floor", "TRU"),
            ("\"name\": \"Yếu\", \"from\": 0}", "\"name\": \"Yếu\", \"from\": 0.1}", "/classes/2/from", "THU"),
        ];
        var text = defects.Aggregate(Good, (set, defect) => Broken(defect.Good, defect.Bad, set));

        var problems = Read(text).Problems;

        // The section P2 of five questions went with the name.
        Assert.Equal(
            defects.Select(defect => (defect.Pointer, defect.Item)),
            problems.Where(problem => !problem.Pointer.EndsWith("/section", StringComparison.Ordinal)).Select(problem => (problem.Pointer, problem.Item)));
        Assert.Equal(["C", "M", "R", "T", "S"], problems.Where(problem => problem.Pointer.EndsWith("/section", StringComparison.Ordinal)).Select(problem => problem.Item));
        Assert.All(problems, problem => Assert.Equal($"{problem.Pointer}: {problem.Item}: {problem.Message}", problem.ToString()));
    }

    private static string Broken(string good, string bad, string? set = null)
    {
        var at = (set ?? Good).IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The set has no {good}");
        return string.Concat((set ?? Good).AsSpan(0, at), bad, (set ?? Good).AsSpan(at + good.Length));
    }

    private static Parsed<CriteriaSet> Read(string json) => CriteriaSetFile.Read(Encoding.UTF8.GetBytes(json));
}
