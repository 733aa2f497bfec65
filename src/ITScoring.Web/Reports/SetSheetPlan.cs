using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;

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

    public static readonly SetSheetWords QuestionTypes = Words<QuestionType>(type => type.Name());

    public static readonly SetSheetWords RuleKinds = new(
        [.. FormatNames.RuleKinds.Select(kind => (kind.Kind, kind.Name)), ("#from", "Từ"), ("#above", "Trên"), ("#when", "Khi"), ("#option", "Phương án")]);

    public static readonly SetSheetWords ExampleLines = new(
        ("example", "Kiểm thử"), ("agency", "Cơ quan"), ("answer", "Trả lời"), ("previous", "Kỳ trước"), ("expected", "Điểm mong đợi"));

    /// <summary>A column of what stands on the page of an item too, by the same name.</summary>
    private static SetSheetColumn Of(SetItemKind item, string key, string hint, double width, SetSheetKind kind, SetSheetWords? words = null, string? from = null) =>
        new(key, FieldNames.Of(item, key), hint, width, kind, words, from);

    private static SetSheetWords Words<T>(Func<T, string> name, params T[] values)
        where T : struct, Enum => new([.. (values.Length > 0 ? values : Enum.GetValues<T>()).Select(value => (value.InFile(), name(value)))]);

    private const double Short = 11;
    private const double Middle = 17;
    private const double Wide = 34;
    private const double VeryWide = 52;

    /// <summary>First sheet: one line for each of these, name in column A, content in column B.</summary>
    public static readonly SetSheet Head = new(
        "Bộ tiêu chí",
        Of(SetItemKind.Head, "code", "Chữ hoa, chữ số, dấu chấm, gạch nối; ví dụ QB-2018.", Wide, SetSheetKind.Code),
        Of(SetItemKind.Head, "version", "Số nguyên từ 1.", Wide, SetSheetKind.Whole),
        Of(SetItemKind.Head, "title", "Tên đầy đủ của bộ tiêu chí.", Wide, SetSheetKind.Text),
        Of(SetItemKind.Head, "legalBasis", "Văn bản ban hành bộ tiêu chí.", Wide, SetSheetKind.Text),
        Of(SetItemKind.Head, "notes", "Điều người dùng cần biết.", Wide, SetSheetKind.Text),
        Of(SetItemKind.Head, "scale", "Tổng điểm tối đa của các nhóm tính điểm, ví dụ 1000 hoặc 100.", Wide, SetSheetKind.Number));

    public static readonly SetSheet Sections = new(
        "Phần",
        Of(SetItemKind.Section, "code", "Không trùng nhau.", Short, SetSheetKind.Code),
        Of(SetItemKind.Section, "name", "Tên phần của phiếu khảo sát, theo thứ tự trong phiếu.", VeryWide, SetSheetKind.Text));

    public static readonly SetSheet Questions = new(
        "Câu hỏi",
        Of(SetItemKind.Question, "code", "Chữ hoa, chữ số, gạch dưới.", Short, SetSheetKind.Code),
        Of(SetItemKind.Question, "section", "Mã ở trang Phần.", Short, SetSheetKind.Code, from: "Phần"),
        Of(SetItemKind.Question, "text", "Câu hỏi như trong phiếu.", VeryWide, SetSheetKind.Text),
        Of(SetItemKind.Question, "help", "Giải thích thêm cho người điền.", Wide, SetSheetKind.Text),
        Of(SetItemKind.Question, "unit", "Ví dụ: người, máy, %.", Short, SetSheetKind.Text),
        Of(SetItemKind.Question, "type", "Chọn trong danh sách. Phương án và cột ghi ở trang Phương án.", Middle, SetSheetKind.Word, QuestionTypes),
        Of(SetItemKind.Question, "digits", "Của loại Số thập phân; bỏ trống là 2.", Short, SetSheetKind.Whole),
        Of(SetItemKind.Question, "min", "Số hoặc biểu thức.", Middle, SetSheetKind.Expression),
        Of(SetItemKind.Question, "max", "Số hoặc biểu thức.", Middle, SetSheetKind.Expression),
        Of(SetItemKind.Question, "maxLength", "Của Văn bản, Đường dẫn.", Short, SetSheetKind.Whole),
        Of(SetItemKind.Question, "required", "Bỏ trống là Có.", Short, SetSheetKind.Word, YesNo),
        Of(SetItemKind.Question, "askWhen", "Biểu thức; bỏ trống là luôn hỏi.", Wide, SetSheetKind.Expression),
        Of(SetItemKind.Question, "filledBy", "Bỏ trống là Cơ quan.", Middle, SetSheetKind.Word, Words<FilledBy>(filledBy => filledBy.Name())),
        Of(SetItemKind.Question, "system", "Khi người điền là Hệ thống tự tính.", Middle, SetSheetKind.Word, new(("submissionTimeliness", "Thời hạn nộp phiếu"))),
        Of(SetItemKind.Question, "evidence", "Bỏ trống là Không cần.", Middle, SetSheetKind.Word, Words<EvidenceNeed>(need => need.Name())),
        Of(SetItemKind.Question, "carryOver", "Có: gợi ý câu trả lời kỳ trước.", Short, SetSheetKind.Word, YesNo),
        Of(SetItemKind.Question, "reference", "Tên hệ thống có cùng số liệu.", Middle, SetSheetKind.Text));

    public static readonly SetSheet Options = new(
        "Phương án",
        new("question", "Câu hỏi", "Mã câu hỏi loại Chọn một, Chọn nhiều, Bảng nhiều dòng.", Short, SetSheetKind.Code, From: "Câu hỏi"),
        new("what", "Là", "Phương án để chọn, hoặc cột của bảng.", Middle, SetSheetKind.Word, new(("options", "Phương án"), ("columns", "Cột"))),
        new("code", "Mã", "Không trùng nhau trong một câu hỏi.", Short, SetSheetKind.Code),
        new("text", "Nội dung", "Lời của phương án, tên của cột.", VeryWide, SetSheetKind.Text),
        new("type", "Loại cột", "Chỉ của cột.", Middle, SetSheetKind.Word, Words<QuestionType>(type => type.Name(), QuestionType.Text, QuestionType.Integer, QuestionType.Date, QuestionType.Url)),
        new("required", "Bắt buộc", "Chỉ của cột; bỏ trống là Không.", Short, SetSheetKind.Word, YesNo),
        new("unique", "Không trùng", "Chỉ của cột; bỏ trống là Không.", Short, SetSheetKind.Word, YesNo));

    public static readonly SetSheet Checks = new(
        "Kiểm tra",
        Of(SetItemKind.Check, "code", "Không trùng nhau.", Short, SetSheetKind.Code),
        Of(SetItemKind.Check, "level", "Phải sửa: không nộp được phiếu. Cảnh báo: cơ quan ghi chú.", Middle, SetSheetKind.Word, Words<CheckLevel>(level => level.Name())),
        Of(SetItemKind.Check, "assert", "Biểu thức, ví dụ H02 <= H01.", Wide, SetSheetKind.Expression),
        Of(SetItemKind.Check, "message", "Lời nhắc khi điều kiện không đúng.", VeryWide, SetSheetKind.Text),
        Of(SetItemKind.Check, "questions", "Các mã, cách nhau bằng dấu chấm phẩy; bỏ trống là các câu trong điều kiện.", Middle, SetSheetKind.Codes));

    public static readonly SetSheet Groups = new(
        "Nhóm",
        Of(SetItemKind.Group, "code", "Không trùng nhau.", Short, SetSheetKind.Code),
        Of(SetItemKind.Group, "name", "Tên nhóm tiêu chí.", VeryWide, SetSheetKind.Text),
        Of(SetItemKind.Group, "kind", "Bỏ trống là Tính điểm.", Middle, SetSheetKind.Word, Words<GroupKind>(kind => kind.Name())),
        Of(SetItemKind.Group, "max", "Của nhóm tính điểm: bằng tổng các tiêu chí.", Short, SetSheetKind.Number),
        Of(SetItemKind.Group, "cap", "Của nhóm cộng, trừ điểm: nhiều nhất.", Short, SetSheetKind.Number),
        Of(SetItemKind.Group, "floor", "Của nhóm cộng, trừ điểm: ít nhất.", Short, SetSheetKind.Number));

    public static readonly SetSheet Criteria = new(
        "Tiêu chí",
        Of(SetItemKind.Criterion, "code", "Không trùng nhau trong cả bộ.", Short, SetSheetKind.Code),
        new("group", "Nhóm", "Mã ở trang Nhóm.", Short, SetSheetKind.Code, From: "Nhóm"),
        Of(SetItemKind.Criterion, "name", "Tên tiêu chí.", VeryWide, SetSheetKind.Text),
        Of(SetItemKind.Criterion, "max", "Số âm là điểm trừ, chỉ trong nhóm cộng, trừ điểm.", Short, SetSheetKind.Number),
        Of(SetItemKind.Criterion, "appliesWhen", "Biểu thức; bỏ trống là luôn áp dụng.", Wide, SetSheetKind.Expression),
        Of(SetItemKind.Criterion, "evidence", "Lời cho người điền và người thẩm tra.", Wide, SetSheetKind.Text),
        Of(SetItemKind.Criterion, "basis", "Lấy từ mục nào của văn bản.", Wide, SetSheetKind.Text),
        Of(SetItemKind.Criterion, "guidance", "Như trong phụ lục.", VeryWide, SetSheetKind.Text));

    public static readonly SetSheet Rules = new(
        "Quy tắc",
        new("criterion", "Tiêu chí", "Mã ở trang Tiêu chí.", Short, SetSheetKind.Code, From: "Tiêu chí"),
        new("part", "Phần", "Bỏ trống: quy tắc của tiêu chí. 1, 2, 1.2: các phần của Cộng nhiều phần, Lấy phần cao nhất.", Short, SetSheetKind.Code),
        new("kind", "Loại", "Một dòng cho mỗi quy tắc; dưới đó các dòng Từ, Trên, Khi, Phương án của nó.", Middle, SetSheetKind.Word, RuleKinds),
        new("value", "Giá trị, điều kiện", "Biểu thức; ở dòng Từ, Trên: ngưỡng; Khi: điều kiện; Phương án: mã phương án.", Wide, SetSheetKind.Any),
        new("points", "Điểm", "Của dòng Từ, Trên, Khi, Phương án; của Có hoặc không (bỏ trống là điểm tối đa).", Short, SetSheetKind.Number),
        new("question", "Câu hỏi", "Của Theo phương án chọn một, Theo các mục được chọn.", Short, SetSheetKind.Code, From: "Câu hỏi"),
        new("each", "Điểm mỗi mục", "Của Đếm, Theo các mục được chọn.", Short, SetSheetKind.Number),
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
