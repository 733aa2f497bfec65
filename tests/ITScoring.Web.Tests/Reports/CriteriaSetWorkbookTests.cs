using System.Text;
using ClosedXML.Excel;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Reports;

/// <summary>A criteria set goes into a workbook and comes back; what is wrong with a workbook is told by sheet and cell.</summary>
public sealed class CriteriaSetWorkbookTests
{
    /// <summary>Every kind of question, rule, answer and expectation, and the odd cases of each.</summary>
    private const string Everything = """
        {"format": "itscoring/criteria-set/2", "code": "THU-1", "version": 3, "title": "=Bộ “thử”", "legalBasis": "", "notes": "Dòng một\nDòng hai; @ + - '=1", "scale": 100.5,
         "sections": [{"code": "P1", "name": "Phần một"}, {"code": "1.10", "name": "+Phần hai"}],
         "questions": [
          {"code": "I", "section": "P1", "text": "-1 là gì?", "help": "@", "unit": "%", "type": "integer", "min": "-5", "max": "2 * D + 0.5", "required": false, "evidence": "none", "carryOver": false},
          {"code": "D", "section": "P1", "text": "Số", "type": "decimal", "digits": 4, "evidence": "required", "carryOver": true, "reference": "QLVB&ĐH"},
          {"code": "Y", "section": "P1", "text": "Có?", "type": "yesNo", "required": true, "filledBy": "inspector"},
          {"code": "C", "section": "1.10", "text": "Chọn", "type": "choice", "options": [{"code": "01", "text": "=Một"}, {"code": "b", "text": "Hai"}], "askWhen": "  Y  and I > 1 "},
          {"code": "M", "section": "1.10", "text": "Nhiều", "type": "multi", "options": [{"code": "a", "text": "A"}, {"code": "b", "text": "B"}, {"code": "c", "text": "C"}], "evidence": "optional"},
          {"code": "R", "section": "1.10", "text": "Bảng", "type": "rows", "columns": [{"code": "n", "text": "Tên", "type": "text", "required": true, "unique": false}, {"code": "y", "text": "Năm", "type": "integer"}, {"code": "d", "text": "Ngày", "type": "date", "required": false}, {"code": "u", "text": "Địa chỉ", "type": "url", "unique": true}], "max": "10"},
          {"code": "T", "section": "P1", "text": "Chữ", "type": "text", "maxLength": 200}, {"code": "U", "section": "P1", "text": "Web", "type": "url"}, {"code": "N", "section": "P1", "text": "Ngày", "type": "date"},
          {"code": "S", "section": "P1", "text": "Nộp", "type": "choice", "options": [{"code": "a", "text": "A"}, {"code": "b", "text": "B"}, {"code": "c", "text": "C"}], "filledBy": "system", "system": "submissionTimeliness"}],
         "checks": [{"code": "k1", "level": "error", "assert": "I >= 0", "message": "Sai."}, {"code": "k2", "level": "warning", "assert": "I >= D", "message": "Xem lại.", "questions": ["I"]}, {"code": "k3", "level": "inspector", "assert": "Y", "message": "Để ý.", "questions": []}],
         "groups": [
          {"code": "G", "name": "Nhóm", "kind": "score", "max": 100.5, "criteria": [
           {"code": "1.1", "name": "Tỷ lệ", "max": 10, "rule": {"kind": "ratio", "value": " ( I ) / D "}, "appliesWhen": "D > 0", "evidence": "=x", "basis": "Mục 1", "guidance": "Lời"},
           {"code": "1.10", "name": "Định mức", "max": 10, "rule": {"kind": "norm", "value": "I", "norm": 0.333333333333333333, "floor": 0.1}},
           {"code": "1.2", "name": "Cao nhất", "max": 10, "rule": {"kind": "bestOfCohort", "value": "I"}},
           {"code": "1.3", "name": "Mức", "max": 10, "rule": {"kind": "bands", "value": "D", "bands": [{"above": 1.234, "points": 10}, {"from": 1.234, "points": 7.123456}, {"from": -2, "points": 0}]}},
           {"code": "1.4", "name": "Có không", "max": 5.25, "rule": {"kind": "yesNo", "value": "Y or I = 1"}},
           {"code": "1.5", "name": "Có không điểm", "max": 4.75, "rule": {"kind": "yesNo", "value": "Y", "points": 3}},
           {"code": "1.6", "name": "Chọn", "max": 10, "rule": {"kind": "choice", "question": "C", "points": {"01": 10, "b": 0.5}}},
           {"code": "1.7", "name": "Mục", "max": 5, "rule": {"kind": "checklist", "question": "M", "each": 1.5}},
           {"code": "1.8", "name": "Mục điểm", "max": 5, "rule": {"kind": "checklist", "question": "M", "points": {"a": 1, "c": 4}}},
           {"code": "1.9", "name": "Mục không", "max": 0, "rule": {"kind": "checklist", "question": "M", "points": {}}},
           {"code": "2.1", "name": "Đếm", "max": 10, "rule": {"kind": "count", "value": "count(R)", "each": 0.25}},
           {"code": "2.2", "name": "Trường hợp", "max": 10, "rule": {"kind": "cases", "cases": [{"when": "has(M, \"a\")", "points": 10}, {"when": "true", "points": 1}]}},
           {"code": "2.3", "name": "Tổng", "max": 10.5, "rule": {"kind": "sum", "of": [
             {"kind": "best", "max": 6.5, "of": [{"kind": "choice", "question": "C", "points": {"01": 2}, "max": 2}, {"kind": "bands", "value": "I", "bands": [{"from": 1, "points": 6.5}], "max": 6.5}]},
             {"kind": "cases", "max": 4, "cases": [{"when": "Y", "points": 4}]}]}}]},
          {"code": "TRU", "name": "Trừ", "kind": "adjustment", "cap": 5, "floor": -7.5, "criteria": [{"code": "T.1", "name": "Trừ", "max": -3, "rule": {"kind": "points", "value": "I"}}]}],
         "classes": [{"name": "Tốt", "from": 0.8}, {"name": "Còn lại", "from": 0}],
         "examples": [
          {"code": "mot", "name": "=Kiểm thử một", "agencies": [
            {"code": "S/T~T", "name": "+Sở", "block": "Khối 1", "ranked": false, "answers": {"I": 12, "D": "0.1234567890123456789", "Y": false, "C": "01", "M": ["c", "a"], "T": "=1+1", "U": "https://x.example/", "N": "2018-11-30",
              "R": [{"n": "@Tên", "y": 2019, "d": "2020-02-29", "u": "http://a"}, {}, {"n": "2"}]}, "previous": {"I": 7, "Y": true}},
            {"code": "KHONG", "block": "Khối 1"}, {"code": "NULL", "block": "Khối 1", "answers": null}, {"code": "TRONG", "block": "1", "answers": {}}, {"code": "RONG", "block": "Khối 2", "ranked": true, "answers": {"M": [], "R": []}}],
           "expected": {"S/T~T": {"1.1": "10.00", "1.10": "0.50", "T.1": "-3.00"}, "RONG": {"1.1": null}}},
          {"code": "hai", "name": "Hai", "agencies": [{"code": "X", "block": "K", "answers": {"N": "1899-12-31"}}], "expected": {}}]}
        """;

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(CommandRun.FormatFolder, "criteria.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(CommandRun.FormatFolder, file)).Order(), "qb-2018.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_set_comes_back_byte_for_byte(string file)
    {
        var json = File.ReadAllBytes(CommandRun.Format(file));

        AssertSame(CriteriaSetFile.Read(json).Value!, Read(CriteriaSetWorkbook.Write(json)));
        AssertSame(CriteriaSetFile.Read(json).Value!, Read(CriteriaSetWorkbook.Write(CriteriaSetFile.Read(json).Value!)));
    }

    [Fact]
    public void Keys_that_say_the_default_come_back_too()
    {
        var json = File.ReadAllText(CommandRun.Format("qb-2018.json"));

        Assert.Equal(CanonicalJson.Of(json), CanonicalJson.Of(Encoding.UTF8.GetString(Read(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(json))).Json!)));
    }

    [Fact]
    public void Every_kind_of_question_rule_and_answer_comes_back()
    {
        var set = Set(Everything);

        var reading = Read(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(Everything)));

        AssertSame(set, reading);
        // Digits beyond those of a spreadsheet's number are a number all the same, and what numbers are in texts are numbers.
        Assert.Equal(CanonicalJson.Of(Everything.Replace("\"0.1234567890123456789\"", "0.1234567890123456789", StringComparison.Ordinal)), CanonicalJson.Of(Encoding.UTF8.GetString(reading.Json!)));
    }

    [Fact]
    public void No_text_becomes_a_formula()
    {
        using var workbook = Open(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(Everything)));

        Assert.All(workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()), cell => Assert.False(cell.HasFormula));
        Assert.Equal("=Bộ “thử”", workbook.Worksheet("Bộ tiêu chí").Cell("B5").GetString());
        Assert.Equal("@", workbook.Worksheet("Bộ tiêu chí").Cell("B5").Style.NumberFormat.Format);
    }

    [Fact]
    public void Words_are_Vietnamese_and_offered_in_lists()
    {
        using var workbook = Open(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(Everything)));
        var questions = workbook.Worksheet("Câu hỏi");

        Assert.Equal(["Bộ tiêu chí", "Phần", "Câu hỏi", "Phương án", "Kiểm tra", "Nhóm", "Tiêu chí", "Quy tắc", "Xếp loại", "Kiểm thử"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal(("Số nguyên", "Có/Không", "Bảng nhiều dòng"), (questions.Cell("F3").GetString(), questions.Cell("F5").GetString(), questions.Cell("F8").GetString()));
        Assert.Contains(questions.DataValidations, rule => rule.Value.StartsWith("\"Số nguyên,Số thập phân", StringComparison.Ordinal) && rule.Ranges.Any(range => range.Contains("F3:F2000")));
        Assert.Equal(2, questions.SheetView.SplitRow);
        Assert.All(workbook.Worksheets.SelectMany(sheet => sheet.DataValidations), rule => Assert.True(rule.Value.Length <= 255, rule.Value));
    }

    [Fact]
    public void A_draft_that_is_not_whole_goes_through_and_its_problems_stand_at_the_cells()
    {
        const string draft = """
            {"format": "itscoring/criteria-set/1", "code": "NHAP", "version": 1, "scale": 10, "sections": [{"code": "P"}],
             "questions": [{"code": "A", "section": "X", "text": "Hỏi", "type": "choice"}, {"code": "B", "section": "P", "text": "Số", "type": "integer", "digits": 2}],
             "groups": [{"code": "G", "name": "Nhóm", "max": 10, "criteria": [{"code": "1", "name": "Một", "max": 10}, {"code": "2", "name": "Hai", "max": 5, "rule": {"kind": "ratio", "value": "B / ", "norm": 3}}]}], "classes": []}
            """;

        var reading = Read(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(draft)));

        Assert.NotNull(reading.Json);
        Assert.All(reading.Problems, problem => Assert.False(problem.LosesContent, problem.ToString()));
        Assert.Equal(
            ["Bộ tiêu chí!B5", "Phần!B3", "Câu hỏi!B3", "Câu hỏi!F3", "Câu hỏi!G4", "Nhóm!D3", "Tiêu chí!A3", "Quy tắc!D3", "Quy tắc!H3"],
            reading.Problems.Select(problem => $"{problem.Sheet}!{problem.Cell}").Distinct());
        Assert.Contains("Chưa ghi cột “Tên”; hãy bổ sung.", reading.Problems.Select(problem => problem.Message));
        Assert.Contains("Cột “Số chữ số thập phân” chỉ dùng cho câu hỏi loại Số thập phân; hãy xóa nội dung ô.", reading.Problems.Select(problem => problem.Message));
        Assert.Contains("Chưa có dòng nào cho mục này ở trang “Quy tắc”; hãy bổ sung.", reading.Problems.Select(problem => problem.Message));
        Assert.Contains("Cột “Định mức” không dùng ở dòng này; hãy xóa nội dung ô.", reading.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Problems_of_the_set_are_said_in_the_words_of_the_workbook()
    {
        const string draft = """
            {"format": "itscoring/criteria-set/1", "code": "NHAP", "version": 1, "title": "Nháp", "scale": 10, "sections": [{"code": "P", "name": "Phần"}],
             "questions": [{"code": "A", "section": "P", "text": "Số", "type": "integer", "filledBy": "system", "system": "submissionTimeliness"},
                           {"code": "C", "section": "P", "text": "Chọn", "type": "choice", "options": [{"code": "a", "text": "A"}], "min": "1"}],
             "groups": [{"code": "G", "name": "Nhóm", "max": 10, "cap": 1, "criteria": [
               {"code": "1", "name": "Một", "max": 2, "rule": {"kind": "choice", "question": "C"}}, {"code": "2", "name": "Hai", "max": 2, "rule": {"kind": "choice", "question": "A", "points": {"a": 1}}},
               {"code": "3", "name": "Ba", "max": 2, "rule": {"kind": "bands", "value": "A", "bands": [{"points": 1}, {"from": 1}]}}, {"code": "4", "name": "Bốn", "max": 2, "rule": {"kind": "cases", "cases": []}},
               {"code": "5", "name": "Năm", "max": 2, "rule": {"kind": "yesNo", "value": "A > 0", "points": 3}}]}], "classes": []}
            """;

        var reading = Read(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(draft)));

        Assert.Equal(
            [
                "Trang “Câu hỏi”, ô F3: Câu hỏi do hệ thống tự tính (“Người điền” là “Hệ thống tự tính”) phải thuộc loại Chọn một.",
                "Trang “Câu hỏi”, ô H4: Cột “Nhỏ nhất” chỉ dùng cho câu hỏi loại Số nguyên, Số thập phân, Bảng nhiều dòng; hãy xóa nội dung ô.",
                "Trang “Nhóm”, ô E3: Cột “Mức trần” chỉ dùng cho nhóm cộng, trừ điểm; hãy xóa nội dung ô.",
                "Trang “Quy tắc”, ô E3: Chưa có dòng “Phương án” nào của quy tắc này; hãy bổ sung.",
                "Trang “Quy tắc”, ô F4: Câu hỏi A không thuộc loại chọn một mà quy tắc này cần.",
                "Trang “Quy tắc”, ô D7: Chưa ghi ngưỡng của mức ở cột “Giá trị, điều kiện”; hãy bổ sung.",
                "Trang “Quy tắc”, ô E8: Chưa ghi cột “Điểm”; hãy bổ sung.",
                "Trang “Quy tắc”, ô C9: Dòng Khi phải có ít nhất một mục.",
                "Trang “Quy tắc”, ô E10: Tiêu chí 5 có thể cho 3 điểm, quá điểm tối đa 2; hãy giảm điểm hoặc tăng “Điểm tối đa” ở trang “Tiêu chí”.",
            ],
            reading.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("Bộ tiêu chí", "B4", "hai", "Không đọc được số “hai”", true)]
    [InlineData("Câu hỏi", "F3", "Số nguyen", "Không nhận “Số nguyen”; chỉ nhận: Số nguyên, Số thập phân", true)]
    [InlineData("Câu hỏi", "B3", "P9", "Không có phần mã “P9”", false)]
    [InlineData("Câu hỏi", "A4", "I", "đã được dùng ở trên", false)]
    [InlineData("Câu hỏi", "H3", "2 + ", "", false)]
    [InlineData("Câu hỏi", "G4", "2,5", "không phải số nguyên", true)]
    [InlineData("Phương án", "A3", "ZZ", "Không có câu hỏi mã ZZ", true)]
    [InlineData("Phương án", "B3", "Gì", "chỉ nhận: Phương án, Cột", true)]
    [InlineData("Phương án", "C4", "01", "đã được dùng ở trên", false)]
    [InlineData("Phương án", "E3", "Ngày", "không dùng ở dòng này", false)]
    [InlineData("Kiểm tra", "E4", "I; ZZ", "Không có câu hỏi mã ZZ", false)]
    [InlineData("Nhóm", "D3", "1.234", "có thể hiểu là 1.234 hoặc 1,234", true)]
    [InlineData("Nhóm", "D3", "99,5", "khác điểm tối đa của nhóm", false)]
    [InlineData("Tiêu chí", "B3", "K9", "Không có nhóm mã K9", true)]
    [InlineData("Quy tắc", "A3", "9.9", "Không có tiêu chí mã 9.9", true)]
    [InlineData("Quy tắc", "C3", "Tỉ số", "chỉ nhận: Tỷ lệ, Định mức", true)]
    [InlineData("Quy tắc", "B3", "một", "Không đọc được phần “một”", true)]
    [InlineData("Quy tắc", "B3", "2", "không có dòng quy tắc của tiêu chí 1.1", true)]
    [InlineData("Quy tắc", "C7", "Khi", "Dòng “Khi” không dùng với quy tắc “Theo mức (bậc thang)”", true)]
    [InlineData("Quy tắc", "E7", "11", "quá điểm tối đa 10", false)]
    [InlineData("Quy tắc", "H7", "1", "không dùng ở dòng “Trên”", true)]
    [InlineData("Xếp loại", "B4", "0,9", "phải giảm dần", false)]
    [InlineData("Kiểm thử", "A5", "ba", "Kiểm thử ba không có dòng “Kiểm thử”", true)]
    [InlineData("Kiểm thử", "D5", "AI", "không có dòng “Cơ quan” mã AI", true)]
    [InlineData("Kiểm thử", "H5", "ZZ", "không có câu hỏi ZZ", false)]
    [InlineData("Kiểm thử", "K5", "mười", "Không đọc được số", true)]
    [InlineData("Kiểm thử", "K7", "Đúng", "chỉ nhận: Có, Không", true)]
    [InlineData("Kiểm thử", "K8", "zz", "không có phương án “zz”", false)]
    [InlineData("Kiểm thử", "K12", "31/02/2018", "Không đọc được ngày", true)]
    [InlineData("Kiểm thử", "G4", "Không", "có dòng Trả lời", true)]
    public void A_mistake_is_told_at_its_sheet_and_cell(string sheet, string cell, string typed, string words, bool losesContent)
    {
        var reading = Edited(workbook => workbook.Worksheet(sheet).Cell(cell).SetValue(typed));

        var at = reading.Problems.Where(problem => problem.Sheet == sheet && problem.Cell == cell).ToList();
        Assert.True(at.Exists(problem => problem.Message.Contains(words, StringComparison.Ordinal) && problem.LosesContent == losesContent), string.Join('\n', reading.Problems));
        Assert.Equal(losesContent, reading.Json is null);
        // What a cell says of itself is not said again by the set.
        Assert.Single(at.Select(problem => problem.LosesContent).Distinct());
    }

    [Theory]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1234.5", "1234.5")]
    [InlineData(" 1 234,50 ", "1234.5")]
    public void Numbers_are_read_as_officials_type_them(string typed, string number)
    {
        var reading = Edited(workbook => workbook.Worksheet("Bộ tiêu chí").Cell("B8").SetValue(typed));

        Assert.Contains($"\"scale\": {number},", Encoding.UTF8.GetString(reading.Json!), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mistakes_are_told_all_at_once_in_the_order_of_the_sheets()
    {
        var reading = Edited(workbook =>
        {
            workbook.Worksheet("Kiểm thử").Cell("K5").SetValue("mười");
            workbook.Worksheet("Câu hỏi").Cell("C3").FormulaA1 = "1+1";
            workbook.Worksheet("Câu hỏi").Cell("B4").SetValue("P9");
            workbook.Worksheet("Nhóm").Cell("C3").SetValue("Tính");
            workbook.Worksheet("Phần").Cell("A3").SetValue(new DateTime(2026, 1, 10)).Style.DateFormat.Format = "dd/mm/yyyy";
        });

        Assert.Null(reading.Json);
        var places = reading.Problems.Select(problem => $"{problem.Sheet}!{problem.Cell}").ToList();
        Assert.Subset(places.ToHashSet(), new HashSet<string> { "Phần!A3", "Câu hỏi!C3", "Câu hỏi!B4", "Nhóm!C3", "Kiểm thử!K5" });
        Assert.True(places.IndexOf("Phần!A3") < places.IndexOf("Câu hỏi!C3") && places.IndexOf("Câu hỏi!C3") < places.IndexOf("Câu hỏi!B4") && places.IndexOf("Nhóm!C3") < places.IndexOf("Kiểm thử!K5"));
        Assert.Contains("công thức", reading.Problems.First(problem => problem is { Sheet: "Câu hỏi", Cell: "C3" }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_sheet_and_a_missing_heading_are_told()
    {
        var reading = Edited(workbook =>
        {
            workbook.Worksheet("Xếp loại").Delete();
            workbook.Worksheet("Câu hỏi").Cell("C1").SetValue("Nội dung câu");
            workbook.Worksheet("Bộ tiêu chí").Cell("A8").SetValue("Thang");
            workbook.Worksheet("Nhóm").Cell("H3").SetValue("ngoài bảng");
        });

        Assert.Null(reading.Json);
        Assert.Equal(
            [("Bộ tiêu chí", ""), ("Câu hỏi", "A1"), ("Câu hỏi", "C1"), ("Nhóm", "H3"), ("Xếp loại", "")],
            reading.Problems.Where(problem => problem.Sheet is not ("Phương án" or "Quy tắc" or "Kiểm thử")).Select(problem => (problem.Sheet, problem.Cell)));
        Assert.Contains("“Thang điểm”", reading.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("thiếu tiêu đề cột “Nội dung”", reading.Problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Details_without_their_rule_parts_out_of_order_and_lines_twice_are_told()
    {
        var reading = Edited(workbook =>
        {
            var rules = workbook.Worksheet("Quy tắc");
            var row = rules.LastRowUsed()!.RowNumber();
            Line(rules, row + 1, "1.1", "", "Từ", "5", "1");
            Line(rules, row + 2, "1.1", "", "Đếm", "I", "");
            Line(rules, row + 3, "2.3", "4", "Tỷ lệ", "I", "");
            Line(rules, row + 4, "1.1", "3", "Khi", "Y", "1");
            Line(rules, row + 5, "1.6", "", "Phương án", "b", "2");
        });

        var found = reading.Problems.Where(problem => problem.Sheet == "Quy tắc").Select(problem => problem.Message).ToList();
        Assert.Equal(5, found.Count);
        Assert.StartsWith("Dòng “Từ” không dùng với quy tắc “Tỷ lệ”", found[0], StringComparison.Ordinal);
        Assert.StartsWith("Tiêu chí 1.1 đã có dòng quy tắc ở trên", found[1], StringComparison.Ordinal);
        Assert.StartsWith("Các phần phải đánh số liên tục theo thứ tự dòng; dòng này phải là 3.", found[2], StringComparison.Ordinal);
        Assert.StartsWith("Dòng “Khi” không có dòng quy tắc của phần 3, tiêu chí 1.1", found[3], StringComparison.Ordinal);
        Assert.StartsWith("Phương án b của quy tắc này đã có ở trên", found[4], StringComparison.Ordinal);

        static void Line(IXLWorksheet sheet, int row, params string[] cells)
        {
            for (var i = 0; i < cells.Length; i++)
                sheet.Cell(row, i + 1).SetValue(cells[i]);
        }
    }

    [Fact]
    public void Spaces_other_letters_empty_lines_other_columns_order_and_a_missing_hint_line_change_nothing()
    {
        var reading = Edited(workbook =>
        {
            workbook.Worksheet("Phần").Cell("B3").SetValue("  Phần một\u00A0 ".Normalize(NormalizationForm.FormD));
            workbook.Worksheet("Câu hỏi").Cell("F3").SetValue(" số NGUYÊN".Normalize(NormalizationForm.FormD));
            workbook.Worksheet("Câu hỏi").Row(4).InsertRowsAbove(3);
            workbook.Worksheet("Nhóm").Row(2).Delete();
            var classes = workbook.Worksheet("Xếp loại");
            foreach (var row in classes.RowsUsed())
            {
                var (name, from) = (row.Cell(1).Value, row.Cell(2).Value);
                row.Cell(1).SetValue(from);
                row.Cell(2).SetValue(name);
            }
        });

        AssertSame(Set(Everything), reading);
    }

    [Fact]
    public void A_code_that_became_a_number_is_not_guessed()
    {
        var reading = Edited(workbook => workbook.Worksheet("Tiêu chí").Cell("A4").SetValue(1.1).Style.NumberFormat.Format = "General");

        Assert.Contains(reading.Problems, problem => problem is { Sheet: "Tiêu chí", Cell: "A4", LosesContent: true } && problem.Message.Contains("1.1 hay 1.10", StringComparison.Ordinal));
    }

    [Fact]
    public void Shares_may_be_typed_as_percents()
    {
        var reading = Edited(workbook => workbook.Worksheet("Xếp loại").Cell("B3").SetValue(0.8).Style.NumberFormat.Format = "0%");

        AssertSame(Set(Everything), reading);
    }

    [LibreOfficeFact]
    public async Task Saved_by_LibreOffice_a_set_is_the_same()
    {
        AssertSame(Set(Everything), Read(await LibreOffice.ConvertAsync(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(Everything)), "xlsx", "xlsx")));
        var json = File.ReadAllText(CommandRun.Format("qb-2018.json"));
        Assert.Equal(
            CanonicalJson.Of(json),
            CanonicalJson.Of(Encoding.UTF8.GetString(Read(await LibreOffice.ConvertAsync(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(json)), "xlsx", "xlsx")).Json!)));
    }

    private static void AssertSame(CriteriaSet set, CriteriaSetSheetsReading reading)
    {
        Assert.True(reading.IsWhole, string.Join('\n', reading.Problems));
        Assert.Equal(Encoding.UTF8.GetString(CriteriaSetFile.Write(set)), Encoding.UTF8.GetString(CriteriaSetFile.Write(CriteriaSetFile.Read(reading.Json).Value!)));
    }

    private static CriteriaSet Set(string json)
    {
        var parsed = CriteriaSetFile.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(parsed.Ok, string.Join('\n', parsed.Problems));
        return parsed.Value!;
    }

    /// <summary>The workbook with every kind of thing, after somebody changed it.</summary>
    private static CriteriaSetSheetsReading Edited(Action<XLWorkbook> edit)
    {
        using var workbook = Open(CriteriaSetWorkbook.Write(Encoding.UTF8.GetBytes(Everything)));
        edit(workbook);
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        return Read(saved.ToArray());
    }

    private static XLWorkbook Open(byte[] workbook) => new(new MemoryStream(workbook));

    private static CriteriaSetSheetsReading Read(byte[] workbook)
    {
        var read = WorkbookReader.Read(new MemoryStream(workbook));
        Assert.True(read.Ok, read.Problem);
        return CriteriaSetSheets.Read(read.Value!);
    }
}
