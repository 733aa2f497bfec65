using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Accounts;

/// <summary>Asks once: what will happen, and to whom.</summary>
/// <param name="Action">Last part of the address.</param>
/// <param name="Consequences">A sentence each.</param>
public sealed record AccountVerbPage(AppUser User, string Title, string Action, string Button, bool IsDanger, IReadOnlyList<string> Consequences)
{
    public static AccountVerbPage Of(AppUser user, AccountVerb verb) => verb switch
    {
        AccountVerb.Suspend => new(user, "Ngừng sử dụng tài khoản", "suspend", "Ngừng sử dụng", true,
        [
            "Người dùng không đăng nhập được nữa; các phiên đang mở kết thúc trong một phút.",
            "Những gì người dùng đã làm vẫn giữ nguyên, kèm tên người làm.",
            "Có thể cho dùng lại bất cứ lúc nào.",
        ]),
        AccountVerb.Reactivate => new(user, "Cho dùng lại tài khoản", "reactivate", "Cho dùng lại", false,
        [
            "Người dùng đăng nhập lại được bằng mật khẩu cũ, với vai trò và cơ quan đang ghi.",
        ]),
        AccountVerb.DropSecondFactor => new(user, "Bỏ xác thực hai lớp", "dropsecondfactor", "Bỏ xác thực hai lớp", true,
        [
            "Người dùng đăng nhập chỉ bằng mật khẩu cho đến khi tự bật lại; khóa và mã dự phòng đang dùng mất hiệu lực.",
            "Các phiên đang mở kết thúc trong một phút.",
            "Chỉ làm khi đã gặp hoặc gọi lại đúng người dùng: kẻ gian cũng hay xin việc này.",
        ]),
        AccountVerb.Anonymise => new(user, "Ẩn danh tài khoản", "anonymise", "Ẩn danh", true,
        [
            "Họ và tên, tên đăng nhập, chức vụ, thư điện tử, điện thoại và mật khẩu bị xóa khỏi tài khoản; nhật ký và các trang ghi “Người dùng đã ẩn danh” kèm số của tài khoản.",
            "Biên nhận, hồ sơ kết quả và văn bản đã ký vẫn giữ tên người ký; các dòng nhật ký ghi trước khi cổng chuyển sang ghi theo số tài khoản vẫn giữ nguyên như đã ghi.",
            "Không khôi phục được và tài khoản không dùng lại được.",
        ]),
        _ => new(user, "Đặt lại mật khẩu", "reset", "Đặt lại mật khẩu", true,
        [
            "Mật khẩu đang dùng mất hiệu lực ngay; các phiên đang mở kết thúc trong một phút.",
            "Mật khẩu mới hiện một lần ở trang sau; người dùng phải đổi ở lần đăng nhập đầu.",
            "Nếu tài khoản đang bị khóa vì nhập sai, khóa được bỏ.",
        ]),
    };
}
