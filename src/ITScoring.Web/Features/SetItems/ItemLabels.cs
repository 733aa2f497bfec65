using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.SetItems;

/// <summary>What the fields of items are called on screen, and what items are called.</summary>
public static partial class ItemLabels
{
    private static readonly Dictionary<string, string> Common = new()
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

    /// <summary>Whether there is a field for a key of the format.</summary>
    public static bool IsKnown(string key) => Common.ContainsKey(key);

    /// <param name="field">Name of the field; a pointer.</param>
    public static string Of(SetItemKind kind, string field)
    {
        var last = field.Split('/')[^1];
        return kind == SetItemKind.Question && last == "max" ? "Lớn nhất" : kind == SetItemKind.Question && last == "text" ? "Nội dung câu hỏi" : Common.GetValueOrDefault(last, last);
    }

    /// <summary>What an item is called in a list of problems: <c>Câu hỏi H01</c>.</summary>
    public static string Name(SetItem item)
    {
        var code = CriteriaSets.WorkedSet.CodeOf(item);
        return item.Kind switch
        {
            SetItemKind.Head => "Thông tin chung",
            SetItemKind.Classes => "Xếp loại",
            _ => $"{Kind(item.Kind)} {code ?? "chưa có mã"}",
        };
    }

    public static string Kind(SetItemKind kind) => kind switch
    {
        SetItemKind.Section => "Phần",
        SetItemKind.Question => "Câu hỏi",
        SetItemKind.Check => "Kiểm tra",
        SetItemKind.Group => "Nhóm",
        SetItemKind.Criterion => "Tiêu chí",
        SetItemKind.Example => "Kiểm thử",
        SetItemKind.Classes => "Xếp loại",
        _ => "Thông tin chung",
    };

    /// <summary>The kinds of rules, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<(string Kind, string Name)> Rules =
    [
        ("ratio", "Tỷ lệ: điểm tối đa × tỷ lệ"), ("norm", "Định mức: so với một mức chuẩn"), ("bestOfCohort", "So với cơ quan cao nhất trong khối"), ("bands", "Theo mức (bậc thang)"),
        ("yesNo", "Có hoặc không"), ("choice", "Theo phương án chọn một"), ("checklist", "Theo các mục được chọn"), ("count", "Đếm: mỗi mục một số điểm, có trần"),
        ("cases", "Theo trường hợp"), ("points", "Điểm do người thẩm tra hoặc nguồn khác cho"), ("sum", "Cộng nhiều phần"), ("best", "Lấy phần cao nhất"),
    ];

    /// <summary>Names of fields whose value is a number of the file.</summary>
    public static bool IsNumber(SetItemKind kind, string field) => kind switch
    {
        SetItemKind.Head => field is "/scale" or "/version",
        SetItemKind.Question => field is "/digits" or "/maxLength",
        SetItemKind.Group => field is "/max" or "/cap" or "/floor",
        SetItemKind.Criterion => field == "/max" || (field.StartsWith("/rule/", StringComparison.Ordinal) && RuleNumber().IsMatch(field)),
        SetItemKind.Classes => field.EndsWith("/from", StringComparison.Ordinal),
        _ => false,
    };

    public static bool IsYesNo(SetItemKind kind, string field) => kind == SetItemKind.Question && YesNo().IsMatch(field);

    [GeneratedRegex("/(max|norm|floor|each|limit|points|points/[^/]+)$")]
    private static partial Regex RuleNumber();

    [GeneratedRegex("^/(required|carryOver|columns/[0-9]+/(required|unique))$")]
    private static partial Regex YesNo();
}
