namespace ITScoring.Web.Features.Audit;

/// <summary>What the audit log's actions are called on screen.</summary>
public static class AuditActions
{
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["account.sign-in"] = "Đăng nhập",
        ["account.sign-in-failed"] = "Đăng nhập sai",
        ["account.sign-in-locked"] = "Đăng nhập khi bị khóa",
        ["account.sign-in-suspended"] = "Đăng nhập tài khoản đã ngừng",
        ["account.sign-out"] = "Đăng xuất",
        ["account.create"] = "Thêm tài khoản",
        ["account.change"] = "Đổi vai trò, thông tin tài khoản",
        ["account.suspend"] = "Ngừng tài khoản",
        ["account.reactivate"] = "Cho dùng lại tài khoản",
        ["account.reset-password"] = "Đặt lại mật khẩu",
        ["account.change-password"] = "Đổi mật khẩu",
        ["answer.declare"] = "Kê khai",
        ["answer.take-over"] = "Giữ nguyên số liệu kỳ trước",
        ["answer.note"] = "Ghi chú câu trả lời",
        ["answer.verify"] = "Điều chỉnh giá trị thẩm tra",
        ["answer.return"] = "Trả lại câu hỏi",
        ["answer.finalise"] = "Giá trị sau giải trình",
        ["evidence.add"] = "Thêm tài liệu kiểm chứng",
        ["evidence.remove"] = "Gỡ tài liệu kiểm chứng",
        ["finding.note"] = "Ghi chú cảnh báo",
        ["submission.present"] = "Trình thủ trưởng",
        ["submission.recall"] = "Rút lại phiếu",
        ["submission.send-back"] = "Thủ trưởng chuyển lại",
        ["submission.submit"] = "Ký nộp phiếu",
        ["submission.return"] = "Trả lại phiếu để bổ sung",
        ["submission.finish"] = "Kết thúc thẩm tra",
        ["submission.reopen"] = "Mở lại phiếu",
        ["verdict.agree"] = "Đồng ý tiêu chí",
        ["verdict.adjust"] = "Kết luận điều chỉnh",
        ["verdict.look-again"] = "Cần xem lại tiêu chí",
        ["explanation.write"] = "Viết giải trình",
        ["explanation.confirm"] = "Xác nhận giải trình",
        ["explanation.settle"] = "Kết luận giải trình",
        ["period.create"] = "Thêm kỳ đánh giá",
        ["period.plan"] = "Lập kế hoạch kỳ",
        ["period.assign"] = "Phân công thẩm tra",
        ["period.open"] = "Mở kỳ đánh giá",
        ["period.extend"] = "Gia hạn",
        ["period.import-previous"] = "Nhập số liệu kỳ trước",
        ["period.close"] = "Kết thúc thu phiếu",
        ["period.send-preliminary"] = "Gửi kết quả sơ bộ",
        ["period.propose"] = "Trình UBND tỉnh",
        ["period.hand-back"] = "UBND tỉnh chuyển lại",
        ["period.approve"] = "Phê duyệt kết quả",
        ["period.publish"] = "Công bố kết quả",
        ["holiday.add"] = "Thêm ngày nghỉ",
        ["holiday.remove"] = "Bỏ ngày nghỉ",
    };

    public static string Name(string action) => Names.GetValueOrDefault(action, action);
}
