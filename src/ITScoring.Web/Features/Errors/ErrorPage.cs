namespace ITScoring.Web.Features.Errors;

/// <summary>What an error page says.</summary>
public sealed record ErrorPage(int Status, string Title, string Meaning, string Advice, string RequestId)
{
    public static ErrorPage Of(int status, string requestId) => status switch
    {
        400 => new(status, "Yêu cầu không dùng được", "Máy chủ không nhận được yêu cầu đúng dạng, thường vì trang đã mở quá lâu hoặc đăng nhập đã đổi ở thẻ khác.", "Quay lại trang trước, tải lại rồi gửi lại. Những gì đã lưu trước đó vẫn còn nguyên.", requestId),
        403 => new(status, "Không có quyền xem trang này", "Tài khoản đang đăng nhập không được giao việc này.", "Nếu đây là việc của anh/chị, hãy liên hệ quản trị hệ thống để kiểm tra vai trò của tài khoản.", requestId),
        404 => new(status, "Không tìm thấy trang", "Địa chỉ không đúng, trang đã chuyển đi, hoặc nội dung không thuộc phạm vi của tài khoản đang dùng.", "Kiểm tra lại địa chỉ hoặc bắt đầu từ trang chủ.", requestId),
        405 => new(status, "Không mở được địa chỉ này trực tiếp", "Địa chỉ này chỉ nhận dữ liệu gửi từ biểu mẫu.", "Quay lại trang trước rồi dùng nút trên trang.", requestId),
        409 => new(status, "Vừa có người thay đổi trước", "Nội dung anh/chị đang lưu đã được người khác thay đổi, hoặc phiếu, kỳ đánh giá vừa chuyển sang trạng thái khác. Lần lưu này chưa được ghi.", "Quay lại trang trước, tải lại để xem nội dung mới nhất rồi lưu lại nếu vẫn cần. Những gì đã lưu trước đó vẫn còn nguyên.", requestId),
        413 => new(status, "Nội dung gửi quá lớn", "Máy chủ không nhận nội dung lớn hơn giới hạn.", "Chia nhỏ nội dung rồi gửi lại.", requestId),
        415 => new(status, "Dạng nội dung không được nhận", "Máy chủ chỉ nhận biểu mẫu của trang.", "Quay lại trang trước rồi gửi lại.", requestId),
        422 => new(status, "Nội dung chưa hợp lệ", "Một số mục cần sửa trước khi lưu.", "Quay lại trang trước, sửa các mục được đánh dấu rồi gửi lại.", requestId),
        429 => new(status, "Thao tác quá nhanh", "Có quá nhiều yêu cầu trong thời gian ngắn.", "Đợi một phút rồi thử lại.", requestId),
        503 => new(status, "Máy chủ chưa thực hiện được", "Máy chủ đang bận, đang bảo trì hoặc không ghi được dữ liệu. Lần lưu này chưa được ghi.", "Quay lại trang trước, nơi nội dung đã nhập thường vẫn còn, rồi thử lại sau ít phút. Nếu vẫn không được, báo quản trị hệ thống. Những gì đã lưu trước đó vẫn còn nguyên.", requestId),
        >= 500 => new(status, "Có lỗi ở máy chủ", "Yêu cầu chưa thực hiện được vì lỗi của hệ thống, không phải do anh/chị.", "Thử lại sau ít phút. Nếu vẫn lỗi, gửi mã yêu cầu dưới đây cho quản trị hệ thống. Những gì đã lưu trước đó vẫn còn nguyên.", requestId),
        _ => new(status, "Không thực hiện được", "Yêu cầu không thực hiện được.", "Quay lại trang trước rồi thử lại.", requestId),
    };
}
