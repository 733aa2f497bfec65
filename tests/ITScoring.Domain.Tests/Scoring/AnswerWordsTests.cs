using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

public sealed class AnswerWordsTests
{
    private const string Options = """ "options": [{"code": "a", "text": "Văn phòng"}, {"code": "b", "text": "Thanh tra"}] """;

    [Theory]
    [InlineData(""" "type": "integer" """, "1234567", "1.234.567")]
    [InlineData(""" "type": "integer" """, "-1000", "-1.000")]
    [InlineData(""" "type": "decimal" """, "1234.50", "1.234,5")]
    [InlineData(""" "type": "yesNo" """, "true", "Có")]
    [InlineData(""" "type": "yesNo" """, "false", "Không")]
    [InlineData(""" "type": "choice", """ + Options, "\"b\"", "Thanh tra")]
    [InlineData(""" "type": "multi", """ + Options, "[\"b\", \"a\"]", "Văn phòng; Thanh tra")] // in the order of the question
    [InlineData(""" "type": "multi", """ + Options, "[]", "Không có nội dung nào")]
    [InlineData(""" "type": "text" """, "\"Phòng CNTT\"", "Phòng CNTT")]
    [InlineData(""" "type": "url" """, "\"https://stc.vn\"", "https://stc.vn")]
    [InlineData(""" "type": "date" """, "\"2018-03-05\"", "05/03/2018")]
    public void An_answer_is_shown_the_Vietnamese_way(string question, string json, string shown) => Assert.Equal(shown, Words(question, json));

    [Theory]
    [InlineData("[]", "Không có dòng nào")]
    [InlineData("""[{"ngay": "2018-03-05", "ten": "Cổng TTĐT", "so": 2016, "trang": "https://stc.vn"}]""", "1 dòng: Cổng TTĐT, 2016, 05/03/2018, https://stc.vn")] // cells in the order of the columns, a year without a dot
    [InlineData("""[{"ten": "Một", "so": 0}, {"so": 2}]""", "2 dòng: Một, 0; 2")]
    [InlineData("""[{"ten": "Một"}, {}]""", "2 dòng: Một; (dòng trống)")]
    public void Rows_are_shown_one_after_the_other(string json, string shown) => Assert.Equal(shown, Words(
        """ "type": "rows", "columns": [{"code": "ten", "text": "Tên", "type": "text"}, {"code": "so", "text": "Số", "type": "integer"}, {"code": "ngay", "text": "Ngày", "type": "date"}, {"code": "trang", "text": "Trang", "type": "url"}] """,
        json));

    private static string Words(string question, string json)
    {
        var asked = Sets.Of([""" "code": "A", """ + question], (10, """ "rule": {"kind": "points", "value": "0"} """)).FindQuestion("A")!;
        return AnswerWords.Of(asked, AnswerJson.Read(asked, json).Value!);
    }
}
