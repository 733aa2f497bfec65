namespace ITScoring.Web.Reports;

/// <summary>The sheets, columns and words of a criteria set's workbook. Writing and reading go by the same.</summary>
internal static class SetSheetPlan
{
    /// <summary>Of a list or an answer that has nothing in it, which is not the same as an empty cell.</summary>
    public const string None = "(không có)";

    /// <summary>Of a text that is there and empty, which is not the same as an empty cell.</summary>
    public const string Blank = "(để trống)";

    /// <summary>Expected points of a criterion that does not apply.</summary>
    public const string NotApplicable = "Không áp dụng";

    public static readonly SetSheetWords YesNo = new(("true", "Có"), ("false", "Không"));

    public static readonly SetSheetWords QuestionTypes = new(
        ("integer", "Số nguyên"), ("decimal", "Số thập phân"), ("yesNo", "Có/Không"), ("choice", "Chọn một"), ("multi", "Chọn nhiều"),
        ("rows", "Bảng nhiều dòng"), ("text", "Văn bản"), ("url", "Địa chỉ web"), ("date", "Ngày"));

    public static readonly SetSheetWords RuleKinds = new(
        ("ratio", "Tỷ lệ"), ("norm", "Định mức"), ("bestOfCohort", "So với cao nhất khối"), ("bands", "Theo mức"), ("yesNo", "Có/Không"), ("choice", "Theo phương án"),
        ("checklist", "Cộng các mục chọn"), ("count", "Đếm"), ("cases", "Theo trường hợp"), ("points", "Lấy giá trị"), ("sum", "Tổng các phần"), ("best", "Phần cao nhất"),
        ("#from", "Từ"), ("#above", "Trên"), ("#when", "Khi"), ("#option", "Phương án"));

    public static readonly SetSheetWords ExampleLines = new(
        ("example", "Kiểm thử"), ("agency", "Cơ quan"), ("answer", "Trả lời"), ("previous", "Kỳ trước"), ("expected", "Điểm mong đợi"));

    private const double Short = 11;
    private const double Middle = 17;
    private const double Wide = 34;
    private const double VeryWide = 52;

    /// <summary>First sheet: one line for each of these, name in column A, content in column B.</summary>
    public static readonly SetSheet Head = new(
        "Bộ tiêu chí",
        new("code", "Mã bộ tiêu chí", "Chữ hoa, chữ số, dấu chấm, gạch nối; ví dụ QB-2018.", Wide, SetSheetKind.Code),
        new("version", "Phiên bản", "Số nguyên từ 1.", Wide, SetSheetKind.Whole),
        new("title", "Tên", "Tên đầy đủ của bộ tiêu chí.", Wide, SetSheetKind.Text),
        new("legalBasis", "Căn cứ", "Văn bản ban hành bộ tiêu chí.", Wide, SetSheetKind.Text),
        new("notes", "Ghi chú", "Điều người dùng cần biết.", Wide, SetSheetKind.Text),
        new("scale", "Thang điểm", "Tổng điểm tối đa của các nhóm tính điểm, ví dụ 1000 hoặc 100.", Wide, SetSheetKind.Number));

    public static readonly SetSheet Sections = new(
        "Phần",
        new("code", "Mã", "Không trùng nhau.", Short, SetSheetKind.Code),
        new("name", "Tên", "Tên phần của phiếu khảo sát, theo thứ tự trong phiếu.", VeryWide, SetSheetKind.Text));

    public static readonly SetSheet Questions = new(
        "Câu hỏi",
        new("code", "Mã", "Chữ hoa, chữ số, gạch dưới.", Short, SetSheetKind.Code),
        new("section", "Phần", "Mã ở trang Phần.", Short, SetSheetKind.Code, From: "Phần"),
        new("text", "Nội dung", "Câu hỏi như trong phiếu.", VeryWide, SetSheetKind.Text),
        new("help", "Hướng dẫn", "Giải thích thêm cho người điền.", Wide, SetSheetKind.Text),
        new("unit", "Đơn vị tính", "Ví dụ: người, máy, %.", Short, SetSheetKind.Text),
        new("type", "Loại", "Chọn trong danh sách. Phương án và cột ghi ở trang Phương án.", Middle, SetSheetKind.Word, QuestionTypes),
        new("digits", "Số chữ số thập phân", "Của loại Số thập phân; bỏ trống là 2.", Short, SetSheetKind.Whole),
        new("min", "Nhỏ nhất", "Số hoặc biểu thức.", Middle, SetSheetKind.Expression),
        new("max", "Lớn nhất", "Số hoặc biểu thức.", Middle, SetSheetKind.Expression),
        new("maxLength", "Độ dài tối đa", "Của Văn bản, Địa chỉ web.", Short, SetSheetKind.Whole),
        new("required", "Bắt buộc", "Bỏ trống là Có.", Short, SetSheetKind.Word, YesNo),
        new("askWhen", "Hỏi khi", "Biểu thức; bỏ trống là luôn hỏi.", Wide, SetSheetKind.Expression),
        new("filledBy", "Người điền", "Bỏ trống là Cơ quan.", Middle, SetSheetKind.Word, new(("agency", "Cơ quan"), ("inspector", "Người thẩm tra"), ("system", "Hệ thống"))),
        new("system", "Hệ thống tính", "Khi người điền là Hệ thống.", Middle, SetSheetKind.Word, new(("submissionTimeliness", "Thời hạn nộp phiếu"))),
        new("evidence", "Tài liệu kiểm chứng", "Bỏ trống là Không cần.", Middle, SetSheetKind.Word, new(("none", "Không cần"), ("optional", "Nếu có"), ("required", "Bắt buộc"))),
        new("carryOver", "Lấy từ kỳ trước", "Có: gợi ý câu trả lời kỳ trước.", Short, SetSheetKind.Word, YesNo),
        new("reference", "Hệ thống dùng chung", "Tên hệ thống có cùng số liệu.", Middle, SetSheetKind.Text));

    public static readonly SetSheet Options = new(
        "Phương án",
        new("question", "Câu hỏi", "Mã câu hỏi loại Chọn một, Chọn nhiều, Bảng nhiều dòng.", Short, SetSheetKind.Code, From: "Câu hỏi"),
        new("what", "Là", "Phương án để chọn, hoặc cột của bảng.", Middle, SetSheetKind.Word, new(("options", "Phương án"), ("columns", "Cột"))),
        new("code", "Mã", "Không trùng nhau trong một câu hỏi.", Short, SetSheetKind.Code),
        new("text", "Nội dung", "Lời của phương án, tên của cột.", VeryWide, SetSheetKind.Text),
        new("type", "Loại cột", "Chỉ của cột.", Middle, SetSheetKind.Word, new(("text", "Văn bản"), ("integer", "Số nguyên"), ("date", "Ngày"), ("url", "Địa chỉ web"))),
        new("required", "Bắt buộc", "Chỉ của cột; bỏ trống là Không.", Short, SetSheetKind.Word, YesNo),
        new("unique", "Không trùng", "Chỉ của cột; bỏ trống là Không.", Short, SetSheetKind.Word, YesNo));

    public static readonly SetSheet Checks = new(
        "Kiểm tra",
        new("code", "Mã", "Không trùng nhau.", Short, SetSheetKind.Code),
        new("level", "Mức", "Chặn nộp, cảnh báo, hay chỉ người thẩm tra thấy.", Middle, SetSheetKind.Word, new(("error", "Chặn nộp"), ("warning", "Cảnh báo"), ("inspector", "Chỉ người thẩm tra"))),
        new("assert", "Điều kiện phải đúng", "Biểu thức, ví dụ H02 <= H01.", Wide, SetSheetKind.Expression),
        new("message", "Thông báo", "Lời nhắc khi điều kiện không đúng.", VeryWide, SetSheetKind.Text),
        new("questions", "Câu hỏi đánh dấu", "Các mã, cách nhau bằng dấu chấm phẩy; bỏ trống là các câu trong điều kiện.", Middle, SetSheetKind.Codes));

    public static readonly SetSheet Groups = new(
        "Nhóm",
        new("code", "Mã", "Không trùng nhau.", Short, SetSheetKind.Code),
        new("name", "Tên", "Tên nhóm tiêu chí.", VeryWide, SetSheetKind.Text),
        new("kind", "Loại nhóm", "Bỏ trống là Tính điểm.", Middle, SetSheetKind.Word, new(("score", "Tính điểm"), ("adjustment", "Cộng trừ điểm"))),
        new("max", "Điểm tối đa", "Của nhóm tính điểm: bằng tổng các tiêu chí.", Short, SetSheetKind.Number),
        new("cap", "Mức trần", "Của nhóm cộng trừ điểm: nhiều nhất.", Short, SetSheetKind.Number),
        new("floor", "Mức sàn", "Của nhóm cộng trừ điểm: ít nhất.", Short, SetSheetKind.Number));

    public static readonly SetSheet Criteria = new(
        "Tiêu chí",
        new("code", "Mã", "Không trùng nhau trong cả bộ.", Short, SetSheetKind.Code),
        new("group", "Nhóm", "Mã ở trang Nhóm.", Short, SetSheetKind.Code, From: "Nhóm"),
        new("name", "Tên", "Tên tiêu chí.", VeryWide, SetSheetKind.Text),
        new("max", "Điểm tối đa", "Số âm là điểm trừ, chỉ trong nhóm cộng trừ điểm.", Short, SetSheetKind.Number),
        new("appliesWhen", "Áp dụng khi", "Biểu thức; bỏ trống là luôn áp dụng.", Wide, SetSheetKind.Expression),
        new("evidence", "Tài liệu chứng minh", "Lời cho người điền và người thẩm tra.", Wide, SetSheetKind.Text),
        new("basis", "Cơ sở", "Lấy từ mục nào của văn bản.", Wide, SetSheetKind.Text),
        new("guidance", "Cách chấm bằng lời", "Như trong phụ lục.", VeryWide, SetSheetKind.Text));

    public static readonly SetSheet Rules = new(
        "Quy tắc",
        new("criterion", "Tiêu chí", "Mã ở trang Tiêu chí.", Short, SetSheetKind.Code, From: "Tiêu chí"),
        new("part", "Phần", "Bỏ trống: quy tắc của tiêu chí. 1, 2, 1.2: các phần của Tổng các phần, Phần cao nhất.", Short, SetSheetKind.Code),
        new("kind", "Loại", "Một dòng cho mỗi quy tắc; dưới đó các dòng Từ, Trên, Khi, Phương án của nó.", Middle, SetSheetKind.Word, RuleKinds),
        new("value", "Giá trị, điều kiện", "Biểu thức; ở dòng Từ, Trên: ngưỡng; Khi: điều kiện; Phương án: mã phương án.", Wide, SetSheetKind.Any),
        new("points", "Điểm", "Của dòng Từ, Trên, Khi, Phương án; của Có/Không (bỏ trống là điểm tối đa).", Short, SetSheetKind.Number),
        new("question", "Câu hỏi", "Của Theo phương án, Cộng các mục chọn.", Short, SetSheetKind.Code, From: "Câu hỏi"),
        new("each", "Điểm mỗi mục", "Của Đếm, Cộng các mục chọn.", Short, SetSheetKind.Number),
        new("norm", "Định mức", "Của Định mức: giá trị được trọn điểm.", Short, SetSheetKind.Number),
        new("floor", "Mức sàn", "Của Định mức: dưới mức này 0 điểm.", Short, SetSheetKind.Number),
        new("max", "Điểm tối đa của phần", "Chỉ ở dòng quy tắc của một phần.", Short, SetSheetKind.Number));

    public static readonly SetSheet Classes = new(
        "Xếp loại",
        new("name", "Tên", "Từ cao xuống thấp; để trống cả trang nếu chỉ xếp hạng.", Wide, SetSheetKind.Text),
        new("from", "Từ tỷ lệ", "So với thang điểm, ví dụ 0,8; loại cuối cùng từ 0.", Short, SetSheetKind.Number));

    public static readonly SetSheet Examples = new(
        "Kiểm thử",
        new("example", "Mã kiểm thử", "Ghi ở mọi dòng của kiểm thử.", Middle, SetSheetKind.Code),
        new("line", "Loại dòng", "Một dòng Kiểm thử, rồi các dòng Cơ quan, Trả lời, Kỳ trước, Điểm mong đợi.", Middle, SetSheetKind.Word, ExampleLines),
        new("name", "Tên", "Của dòng Kiểm thử, Cơ quan.", Wide, SetSheetKind.Text),
        new("agency", "Cơ quan", "Mã, ở mọi dòng trừ dòng Kiểm thử.", Middle, SetSheetKind.Code),
        new("block", "Khối", "Của dòng Cơ quan.", Middle, SetSheetKind.Text),
        new("ranked", "Xếp hạng", "Của dòng Cơ quan; bỏ trống là Có.", Short, SetSheetKind.Word, YesNo),
        new("submitted", "Nộp phiếu", "Của dòng Cơ quan; bỏ trống: có dòng Trả lời là có nộp.", Short, SetSheetKind.Word, YesNo),
        new("item", "Câu hỏi, tiêu chí", "Mã câu hỏi, hoặc mã tiêu chí ở dòng Điểm mong đợi.", Middle, SetSheetKind.Code),
        new("row", "Dòng của bảng", "Câu trả lời là bảng: 1, 2…", Short, SetSheetKind.Whole),
        new("column", "Cột của bảng", "Câu trả lời là bảng: mã cột, mỗi ô một dòng.", Short, SetSheetKind.Code),
        new("value", "Giá trị", "Số, Có hoặc Không, mã phương án (nhiều mã: a; b), ngày/tháng/năm, văn bản; điểm hoặc Không áp dụng. Không chọn mục nào: (không có).", Wide, SetSheetKind.Any));

    /// <summary>The sheets of lines, in order; the head stands before them.</summary>
    public static readonly IReadOnlyList<SetSheet> Lines = [Sections, Questions, Options, Checks, Groups, Criteria, Rules, Classes, Examples];
}
