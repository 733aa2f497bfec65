using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Features.Tours;

/// <summary>The texts of the tours, role by role.</summary>
public static class TourSteps
{
    public static (string Aim, IReadOnlyList<TourStep> Steps) Of(Role role) => role switch
    {
        Role.Contributor => ("Nhập số liệu của những phần được giao và gắn tài liệu kiểm chứng.",
        [
            new("Xem việc được giao", "Mở danh sách việc: mỗi phần được giao có lời dặn và hạn riêng.", "Việc của tôi", "/home", "Bấm tên phần để vào nhập số liệu."),
            new("Đọc hướng dẫn của kỳ", "Đọc công văn, phụ lục và ghi chú của bộ tiêu chí trước khi nhập.", "Hướng dẫn thực hiện", "/guidance", "Mỗi câu hỏi trong phiếu cũng có phần hướng dẫn của riêng câu đó."),
            new("Nhập số liệu", "Mở phiếu, nhập từng câu của phần được giao; số liệu kỳ trước hiện bên cạnh.", "Phiếu khảo sát", "/submissions/{form}", "Cổng tự lưu khi nhập; cuối ô ghi giờ đã lưu. Điểm tạm tính thay đổi ngay."),
            new("Gắn tài liệu kiểm chứng", "Ở câu cần tài liệu, ghi số văn bản, đường dẫn hoặc tải tệp lên.", "Phiếu khảo sát", "/submissions/{form}", "Câu đã đủ tài liệu không còn dấu nhắc."),
            new("Báo đã xong", "Khi phần đã đủ và đúng, bấm “Đã xong” ở cuối phần.", "Phiếu khảo sát", "/submissions/{form}", "Đầu mối CNTT thấy phần đã xong. Sửa lại nội dung thì dấu này tự bỏ."),
        ]),
        Role.Editor => ("Tổ chức lập phiếu của cơ quan, trình thủ trưởng ký nộp và giải trình kết quả.",
        [
            new("Chuẩn bị người nhập liệu", "Mời các phòng, đơn vị; ngừng tài khoản của người chuyển công tác.", "Nhân sự", "/people", "Người được mời tự đặt mật khẩu bằng mã dùng một lần."),
            new("Giao phần", "Giao từng phần của phiếu cho người nhập liệu, kèm lời dặn và hạn.", "Giao phần", "/submissions/{form}/assignments", "Phần đã giao chỉ người được giao và đầu mối CNTT nhập được."),
            new("Theo dõi và nhập phiếu", "Xem phần nào đang làm, phần nào đã xong; nhập phần còn lại, hoặc dùng phiếu dạng Excel.", "Phiếu khảo sát", "/submissions/{form}", "Điểm tạm tính cho biết còn thiếu ở đâu."),
            new("Kiểm tra rồi trình", "Sửa hết mục “Phải sửa”, ghi chú cho mục “Cảnh báo”, rồi trình thủ trưởng.", "Kiểm tra và trình", "/submissions/{form}/check", "Phiếu chuyển sang thủ trưởng; chưa ký thì còn rút lại được."),
            new("Bổ sung khi được trả lại", "Đọc thông báo, chỉ sửa các câu được nêu, rồi trình lại trong hạn bổ sung.", "Thông báo", "/notices", "Người thẩm tra thấy đúng những chỗ đã sửa."),
            new("Giải trình kết quả sơ bộ", "Khi có kết quả sơ bộ, nêu lý do và giá trị đề nghị cho tiêu chí chưa thống nhất.", "Việc của tôi", "/home", "Thủ trưởng xác nhận thì giải trình được gửi đi."),
        ]),
        Role.Head => ("Xác nhận đã phổ biến, ký nộp phiếu và xác nhận giải trình của cơ quan.",
        [
            new("Xác nhận đã phổ biến", "Sau khi phổ biến quyết định và phân công các phòng, ghi ngày đã phổ biến.", "Xác nhận phổ biến", "/disseminations/{form}", "Cơ quan thường trực thấy cơ quan đã xác nhận và thôi nhắc."),
            new("Giao ký thay khi vắng", "Chọn cấp phó và thời gian ký thay.", "Ký thay", "/delegations", "Hết thời gian thì quyền ký tự hết."),
            new("Xem phiếu", "Đọc phiếu, điểm tự chấm và Cách tính của từng tiêu chí.", "Phiếu khảo sát", "/submissions/{form}", "Không sửa số liệu ở đây: chưa đúng thì chuyển lại đầu mối CNTT, kèm lý do."),
            new("Ký nộp", "Khi phiếu được trình, mở việc tương ứng, đọc cam kết rồi ký nộp trước hạn.", "Việc của tôi", "/home", "Cổng lập biên nhận có giờ nộp và mã SHA-256; phiếu được khóa để thẩm tra."),
            new("Xác nhận giải trình", "Khi có kết quả sơ bộ, xác nhận giải trình mà đầu mối CNTT đã soạn.", "Việc của tôi", "/home", "Giải trình chỉ được xem xét khi đã xác nhận trong thời gian giải trình."),
        ]),
        Role.Deputy => ("Ký nộp phiếu và xác nhận giải trình thay thủ trưởng trong thời gian được giao.",
        [
            new("Biết thời gian ký thay", "Chỉ ký được trong thời gian thủ trưởng hoặc quản trị hệ thống đã ghi.", "Việc của tôi", "/home", "Ngoài thời gian đó vẫn xem được phiếu nhưng không ký được."),
            new("Xem phiếu", "Đọc phiếu, điểm tự chấm và Cách tính của từng tiêu chí.", "Phiếu khảo sát", "/submissions/{form}", "Số liệu chưa đúng thì chuyển lại đầu mối CNTT, kèm lý do."),
            new("Ký nộp", "Khi phiếu được trình, mở việc tương ứng, đọc cam kết rồi ký nộp trước hạn.", "Việc của tôi", "/home", "Biên nhận ghi “KT.” trước chức vụ thủ trưởng và tên người ký thay."),
            new("Xác nhận giải trình", "Khi có kết quả sơ bộ, xác nhận giải trình mà đầu mối CNTT đã soạn.", "Việc của tôi", "/home", "Giải trình đã xác nhận được chuyển đến người kết luận."),
        ]),
        Role.Reviewer => ("Đối chiếu số liệu cơ quan kê khai với tài liệu kiểm chứng và kết luận từng tiêu chí.",
        [
            new("Khai xung đột lợi ích", "Ghi cơ quan mà ông/bà không nên thẩm tra, nếu có.", "Xung đột lợi ích", "/conflicts/{period}", "Phiếu của cơ quan đó và của cơ quan ông/bà không được giao cho ông/bà."),
            new("Mở danh sách phiếu", "Lọc “Việc của tôi”; phiếu chờ lâu nhất ở trên.", "Thẩm tra", "/reviews", "Bấm tên cơ quan để xem cả phiếu, bấm mã tiêu chí để kết luận."),
            new("Kết luận từng tiêu chí", "Xem quy tắc, số liệu và tài liệu cạnh nhau rồi Đồng ý, Điều chỉnh, Yêu cầu bổ sung hoặc Chuyển Hội đồng.", "Thẩm tra", "/reviews", "Không nhập điểm: cổng tính điểm từ giá trị thẩm tra. Điều chỉnh phải có lý do."),
            new("Trả lại để bổ sung", "Chọn các câu phải bổ sung, ghi lý do từng câu và một hạn chung.", "Thẩm tra", "/reviews", "Khi cơ quan nộp lại, cổng chỉ rõ chỗ đã sửa, kể cả chỗ không ai yêu cầu."),
            new("Kết luận giải trình", "Sau kết quả sơ bộ, kết luận giải trình về kết luận của người khác.", "Giải trình", "/settlements", "Trước khi xác nhận, cổng cho biết điểm và hạng của ai thay đổi."),
            new("Đọc thông báo", "Việc mới được giao và phiếu được nộp lại đều có thông báo.", "Thông báo", "/notices", "Bấm thông báo để đến đúng phiếu."),
        ]),
        Role.PeriodManager => ("Chuẩn bị và điều hành kỳ đánh giá, từ bộ tiêu chí đến khi trình UBND tỉnh.",
        [
            new("Bộ tiêu chí", "Soạn hoặc nhập từ Excel, thêm kiểm thử, mời rà soát, rồi đưa vào áp dụng.", "Bộ tiêu chí", "/criteria-sets", "Bộ có hiệu lực không sửa được; đính chính bằng phiên bản mới."),
            new("Danh mục cơ quan", "Kiểm tra khối, tên gọi, hợp nhất và chia tách trước khi mở kỳ.", "Cơ quan", "/agencies", "Kỳ mở với tên và khối của ngày đó; kết quả cũ giữ tên cũ."),
            new("Lập kỳ", "Thêm kỳ mới, nên bắt đầu từ kỳ trước; kiểm tra kế hoạch, phân công, rồi chạy thử.", "Kỳ đánh giá", "/periods", "Mở kỳ thì cơ quan thấy phiếu và nhận thông báo; kế hoạch không sửa được nữa."),
            new("Theo dõi", "Xem ai chưa xác nhận phổ biến, chưa nộp, chưa thẩm tra; nhắc, gia hạn khi có lý do.", "Kỳ đánh giá", "/periods", "Trang của kỳ có nút Tiến độ, Phổ biến và Gia hạn."),
            new("Kết quả sơ bộ", "Khi mọi phiếu đã thẩm tra, gửi kết quả sơ bộ và đặt hạn giải trình.", "Kỳ đánh giá", "/periods", "Kết quả được khóa thành một bản ghi; cơ quan đọc phần của mình và giải trình."),
            new("Trình UBND tỉnh", "Kết luận hết giải trình thì trình; lập Báo cáo, Tờ trình từ bản ghi.", "Phê duyệt", "/approvals", "Lãnh đạo phê duyệt đúng bản ghi đã trình, rồi công bố."),
        ]),
        Role.Leader => ("Đọc kết quả được trình, phê duyệt hoặc chuyển lại, và công bố.",
        [
            new("Đọc kết quả được trình", "Mở kỳ ở “Chờ quyết định”; xem bốn số liệu và phần Đáng xem lại.", "Phê duyệt", "/approvals", "Bấm tên cơ quan để biết vì sao có điểm đó."),
            new("Xem văn bản", "Từ trang kết quả, mở Báo cáo, Tờ trình và dự thảo Quyết định.", "Phê duyệt", "/approvals", "Số và chữ ký do hệ thống quản lý văn bản cấp."),
            new("Phê duyệt hoặc chuyển lại", "Ghi số, ngày quyết định để phê duyệt; hoặc ghi lý do để chuyển lại.", "Phê duyệt", "/approvals", "Phê duyệt đúng bản ghi đang xem; chưa có gì công khai."),
            new("Công bố", "Khi đến lúc, bấm Công bố kết quả ở cùng trang.", "Phê duyệt", "/approvals", "Bảng xếp hạng và tệp dữ liệu công khai ngay; sau đó chỉ đính chính được."),
            new("Xem như người dân thấy", "Mở trang kết quả công khai.", "Kết quả", "/results", "Trang không có tên cá nhân."),
        ]),
        Role.Observer => ("Lấy điểm tiêu chí 7.1.3 và theo dõi kết quả đã phê duyệt.",
        [
            new("Xem kỳ đã phê duyệt", "Danh sách việc có mỗi kỳ đã phê duyệt một dòng.", "Việc của tôi", "/home", "Chưa có dòng nào là chưa kỳ nào được phê duyệt."),
            new("Lấy bảng điểm 7.1.3", "Mở dòng của kỳ, tải bảng điểm dạng Excel hoặc PDF.", "Việc của tôi", "/home", "Bảng ghi cách tính và mã SHA-256 của bản ghi kết quả."),
            new("Xem xếp hạng", "Sau khi công bố, xem xếp hạng theo khối, so sánh cơ quan và so với kỳ trước.", "Kết quả", "/results", "Điểm ở đây đúng bằng điểm dùng để tính 7.1.3."),
            new("Kiểm tra một gói kết quả", "Tải gói kết quả ở trang Dữ liệu mở của kỳ rồi kiểm tra.", "Kiểm tra gói kết quả", "/verify", "Cổng tính lại từ đầu và trả lời Khớp hoặc Không khớp."),
        ]),
        Role.Administrator => ("Giữ cho tài khoản, cài đặt và việc gửi thư của cổng đúng và an toàn; không có quyền về điểm.",
        [
            new("Cấp tài khoản", "Nhập danh sách người dùng từ tệp, hoặc thêm từng người.", "Nhập từ tệp", "/accounts/file", "Mỗi người có một phiếu mời với mã dùng một lần; không ai phải biết mật khẩu của người khác."),
            new("Tìm, mời lại, ngừng sử dụng", "Mở tài khoản để mời lại, đặt lại mật khẩu, thêm tư cách làm việc hoặc ngừng sử dụng.", "Tài khoản", "/accounts", "Ngừng sử dụng không xóa gì: việc đã làm vẫn giữ tên."),
            new("Rà soát quyền", "Xem mỗi người có vai trò nào, ở cơ quan nào, đến khi nào; tải về để lưu hồ sơ.", "Ai có quyền gì", "/access", "Vai trò thừa thì thôi tư cách hoặc ngừng tài khoản."),
            new("Cài đặt", "Kiểm tra tên tỉnh, chức danh ký, căn cứ, giới hạn tệp, thư điện tử.", "Cài đặt", "/settings", "Phần lớn có hiệu lực ngay; mỗi lần đổi được ghi vào nhật ký."),
            new("Xem thư gửi đi", "Thư không gửi được có ghi lý do.", "Thư gửi đi", "/outbox", "Thông báo vẫn hiện trên cổng dù thư không gửi được."),
            new("Tra nhật ký", "Tìm theo người, việc hoặc ngày: ai làm gì, từ giá trị nào sang giá trị nào.", "Nhật ký", "/audit", "Nhật ký không sửa được; mỗi phút được niêm phong để ai sửa lén cũng lộ. Trang “Toàn vẹn” nêu chỗ dữ liệu trái quy tắc."),
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
