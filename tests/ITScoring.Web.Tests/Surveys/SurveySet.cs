namespace ITScoring.Web.Tests.Surveys;

/// <summary>A small criteria set that has every type of question, a bound, checks of every level, a question of the inspector and one of the system.</summary>
internal static class SurveySet
{
    public const string Code = "KT-THU";

    /// <summary>Points: I 92 (40 + 20 + 10 + 10 + 6 + 6), II 8 (3 + 3 + 2), scale 100.</summary>
    public const string Json = """
        {
          "format": "itscoring/criteria-set/1",
          "code": "KT-THU",
          "version": 1,
          "title": "Bộ tiêu chí để kiểm thử",
          "scale": 100,
          "sections": [
            { "code": "A", "name": "Nhân lực và máy tính" },
            { "code": "B", "name": "Trang thông tin điện tử" }
          ],
          "questions": [
            { "code": "A01", "section": "A", "text": "Số cán bộ, công chức", "help": "Tính đến ngày cuối của kỳ.", "unit": "người", "type": "integer", "min": "1", "max": "5000", "carryOver": true },
            { "code": "A02", "section": "A", "text": "Số máy tính", "unit": "máy", "type": "integer", "min": "0", "max": "A01", "evidence": "required" },
            { "code": "A03", "section": "A", "text": "Băng thông Internet", "unit": "Mbps", "type": "decimal", "digits": 2, "min": "0", "max": "10000" },
            { "code": "A04", "section": "A", "text": "Cơ quan có tường lửa không?", "type": "yesNo", "evidence": "required" },
            {
              "code": "A05", "section": "A", "text": "Sao lưu dữ liệu", "type": "choice",
              "options": [{ "code": "a", "text": "Tự động" }, { "code": "b", "text": "Thủ công" }, { "code": "c", "text": "Không sao lưu" }]
            },
            {
              "code": "A06", "section": "A", "text": "Nội dung được sao lưu", "type": "multi", "askWhen": "A05 = \"a\"",
              "options": [{ "code": "a", "text": "Văn bản" }, { "code": "b", "text": "Thư điện tử" }, { "code": "c", "text": "Cơ sở dữ liệu" }]
            },
            {
              "code": "A07", "section": "A", "text": "Danh sách phần mềm", "unit": "phần mềm", "type": "rows", "min": "0", "max": "3",
              "columns": [
                { "code": "name", "text": "Tên phần mềm", "type": "text", "required": true, "unique": true },
                { "code": "year", "text": "Năm sử dụng", "type": "integer", "required": true, "unique": false },
                { "code": "since", "text": "Ngày nghiệm thu", "type": "date", "required": false, "unique": false },
                { "code": "link", "text": "Địa chỉ", "type": "url", "required": false, "unique": false }
              ]
            },
            { "code": "A08", "section": "A", "text": "Tên phòng phụ trách", "type": "text", "maxLength": 60, "required": false },
            { "code": "A09", "section": "A", "text": "Địa chỉ trang nội bộ", "type": "url", "maxLength": 255, "required": false },
            { "code": "A10", "section": "A", "text": "Ngày ban hành quy chế", "type": "date", "required": false },
            { "code": "B01", "section": "B", "text": "Cơ quan có trang thông tin điện tử không?", "type": "yesNo" },
            { "code": "B02", "section": "B", "text": "Địa chỉ trang thông tin điện tử", "type": "url", "askWhen": "B01" },
            { "code": "B03", "section": "B", "text": "Số bài đăng trong kỳ", "unit": "bài", "type": "integer", "min": "0", "max": "5000", "askWhen": "B01" },
            { "code": "B04", "section": "B", "text": "Điểm cập nhật thông tin", "unit": "điểm", "type": "integer", "min": "0", "max": "3", "filledBy": "inspector" },
            {
              "code": "B05", "section": "B", "text": "Thời điểm nộp phiếu", "type": "choice", "filledBy": "system", "system": "submissionTimeliness",
              "options": [{ "code": "a", "text": "Đúng hạn" }, { "code": "b", "text": "Chậm không quá 5 ngày làm việc" }, { "code": "c", "text": "Chậm hơn hoặc không nộp" }]
            }
          ],
          "checks": [
            { "code": "LOI-01", "level": "error", "assert": "not B01 or B03 >= 1", "message": "Có trang thông tin điện tử (B01) thì phải có bài đăng (B03)." },
            { "code": "CB-01", "level": "warning", "assert": "abs(A01 - previous(A01)) <= 0.2 * previous(A01)", "message": "Số cán bộ (A01) thay đổi trên 20% so với kỳ trước; đề nghị giải trình." },
            { "code": "CB-02", "level": "warning", "assert": "A03 <= 1000", "message": "Băng thông (A03) trên 1000 Mbps; đề nghị kiểm tra đơn vị tính." },
            { "code": "TT-01", "level": "inspector", "assert": "A04", "message": "Kê khai không có tường lửa (A04): kiểm tra thực tế." }
          ],
          "groups": [
            {
              "code": "I", "name": "Hạ tầng", "max": 92,
              "criteria": [
                { "code": "I.1", "name": "Tỷ lệ trang bị máy tính", "max": 40, "rule": { "kind": "ratio", "value": "A02 / A01" }, "basis": "Mục 1 của bộ tiêu chí kiểm thử" },
                { "code": "I.2", "name": "Băng thông bình quân", "max": 20, "rule": { "kind": "bestOfCohort", "value": "A03 / A01" } },
                { "code": "I.3", "name": "Tường lửa", "max": 10, "rule": { "kind": "yesNo", "value": "A04" } },
                { "code": "I.4", "name": "Sao lưu", "max": 10, "rule": { "kind": "choice", "question": "A05", "points": { "a": 10, "b": 5, "c": 0 } } },
                { "code": "I.5", "name": "Nội dung sao lưu", "max": 6, "rule": { "kind": "checklist", "question": "A06", "each": 2 } },
                { "code": "I.6", "name": "Phần mềm", "max": 6, "rule": { "kind": "count", "value": "count(A07)", "each": 2 } }
              ]
            },
            {
              "code": "II", "name": "Thông tin", "max": 8,
              "criteria": [
                { "code": "II.1", "name": "Tin, bài", "max": 3, "rule": { "kind": "bands", "value": "B03", "bands": [{ "from": 10, "points": 3 }] }, "appliesWhen": "B01 or not answered(B01)" },
                { "code": "II.2", "name": "Cập nhật thông tin", "max": 3, "rule": { "kind": "points", "value": "B04" } },
                { "code": "II.3", "name": "Nộp phiếu đúng hạn", "max": 2, "rule": { "kind": "choice", "question": "B05", "points": { "a": 2, "b": 1, "c": 0 } } }
              ]
            }
          ],
          "classes": [{ "name": "Tốt", "from": 0.8 }, { "name": "Khá", "from": 0.65 }, { "name": "Trung bình", "from": 0.5 }, { "name": "Yếu", "from": 0 }]
        }
        """;
}
