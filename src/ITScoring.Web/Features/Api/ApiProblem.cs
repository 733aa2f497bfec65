using System.ComponentModel;
using ITScoring.Web.Features.Errors;

namespace ITScoring.Web.Features.Api;

/// <summary>Why a request to the API brought nothing (RFC 9457).</summary>
public sealed record ApiProblem(
    [property: Description("Luôn là about:blank: loại lỗi là mã trạng thái")] string Type,
    [property: Description("Lỗi, bằng một câu ngắn")] string Title,
    [property: Description("Mã trạng thái HTTP")] int Status,
    [property: Description("Giải thích và cách làm tiếp")] string Detail,
    [property: Description("Mã yêu cầu, để báo quản trị hệ thống khi cần")] string RequestId)
{
    public const string MediaType = "application/problem+json";

    public static ApiProblem Of(int status, string requestId)
    {
        var (title, detail) = status switch
        {
            StatusCodes.Status404NotFound => ("Không tìm thấy", "Địa chỉ hoặc mã không đúng, hoặc kết quả chưa được công bố. Các kỳ đã công bố: /api/v1/periods."),
            StatusCodes.Status405MethodNotAllowed => ("Phương thức không được nhận", "API chỉ để đọc: dùng GET."),
            >= 500 => ("Có lỗi ở máy chủ", "Yêu cầu chưa thực hiện được vì lỗi của hệ thống. Thử lại sau ít phút; nếu vẫn lỗi, gửi mã yêu cầu cho quản trị hệ thống."),
            _ => (ErrorPage.Of(status, requestId).Title, "Kiểm tra lại yêu cầu. Mô tả API: /api/v1/openapi.json."),
        };
        return new("about:blank", title, status, detail, requestId);
    }
}
