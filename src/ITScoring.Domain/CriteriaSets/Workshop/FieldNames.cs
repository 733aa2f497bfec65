namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>What the keys of the format are called on screen and in the workbook.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["code"] = "Mã",
        ["name"] = "Tên",
        ["title"] = "Tên bộ tiêu chí",
        ["version"] = "Phiên bản",
        ["legalBasis"] = "Căn cứ",
        ["notes"] = "Ghi chú",
        ["scale"] = "Thang điểm",
        ["section"] = "Phần",
        ["text"] = "Nội dung",
        ["help"] = "Hướng dẫn",
        ["unit"] = "Đơn vị tính",
        ["type"] = "Loại",
        ["digits"] = "Số chữ số thập phân",
        ["options"] = "Phương án",
        ["columns"] = "Cột",
        ["maxLength"] = "Độ dài nhiều nhất",
        ["required"] = "Bắt buộc",
        ["askWhen"] = "Chỉ hỏi khi",
        ["filledBy"] = "Người điền",
        ["system"] = "Hệ thống tính gì",
        ["evidence"] = "Tài liệu kiểm chứng",
        ["carryOver"] = "Lấy lại từ kỳ trước",
        ["reference"] = "Hệ thống dùng chung",
        ["level"] = "Mức",
        ["assert"] = "Điều kiện phải đúng",
        ["message"] = "Lời nhắc",
        ["questions"] = "Câu được đánh dấu",
        ["kind"] = "Loại",
        ["cap"] = "Mức trần",
        ["floor"] = "Mức sàn",
        ["rule"] = "Quy tắc",
        ["appliesWhen"] = "Chỉ áp dụng khi",
        ["basis"] = "Căn cứ",
        ["guidance"] = "Giải thích",
        ["value"] = "Giá trị",
        ["norm"] = "Định mức",
        ["bands"] = "Các mức",
        ["limit"] = "Ngưỡng",
        ["points"] = "Điểm",
        ["each"] = "Điểm mỗi mục",
        ["cases"] = "Các trường hợp",
        ["when"] = "Khi",
        ["of"] = "Các phần",
        ["question"] = "Câu hỏi",
        ["from"] = "Từ",
        ["agencies"] = "Cơ quan",
        ["expected"] = "Điểm mong đợi",
        ["block"] = "Khối",
        ["answers"] = "Trả lời",
        ["previous"] = "Số liệu kỳ trước",
        ["classes"] = "Xếp loại",
        ["min"] = "Nhỏ nhất",
        ["max"] = "Điểm tối đa",
    };

    public static bool IsKnown(string key) => Names.ContainsKey(key);

    /// <param name="kind">Of the item that has the key.</param>
    /// <returns>The key itself when it has no name.</returns>
    public static string Of(SetItemKind kind, string key) => (kind, key) switch
    {
        (SetItemKind.Question, "max") => "Lớn nhất",
        (SetItemKind.Criterion, "evidence") => "Tài liệu chứng minh",
        _ => Names.GetValueOrDefault(key, key),
    };
}
