using ITScoring.Data;

namespace ITScoring.Web.Features.Settings;

/// <summary>Every setting of the portal: those of the page with meaning and range, and those that are left to configuration with the reason.</summary>
public static class SettingsCatalogue
{
    private const int LongText = 1000;
    private const string MailSecret = "Mail:Password";

    public static readonly IReadOnlyList<SettingGroup> Groups =
    [
        new("province", "Tỉnh và cơ quan thường trực",
        [
            new("Portal:Province", "Tên tỉnh", "Dùng trong địa danh của văn bản và ở trang kết quả."),
            new("Portal:ProvinceBody", "Cơ quan chủ quản", "Đứng trên tên cổng và ở đầu văn bản, ví dụ “UBND tỉnh Quảng Bình”."),
            new("Portal:LeadAgency", "Cơ quan thường trực", "Cơ quan thẩm tra và tổng hợp, tên đầy đủ."),
            new("Portal:LeadAgencyShort", "Tên tắt của cơ quan thường trực", "Dùng ở chỗ hẹp, ví dụ “Sở TTTT”.") { Most = 60 },
            new("Portal:LegalBasis", "Căn cứ đánh giá", "Văn bản quy định phương pháp, ghi ở trang công khai.") { Most = LongText, MayBeEmpty = true },
            new("Portal:ContactOffice", "Phòng đầu mối", "Phòng trả lời câu hỏi của các cơ quan.") { MayBeEmpty = true },
            new("Portal:ContactPhone", "Điện thoại liên hệ", "Số cơ quan, hiện ở trang Hướng dẫn thực hiện.") { Most = 60, MayBeEmpty = true },
            new("SecurityTxt:Contact", "Nơi nhận báo cáo lỗ hổng", "Thư điện tử hoặc trang https://, hiện ở /.well-known/security.txt; để trống thì không có tệp này.") { Most = 200, MayBeEmpty = true },
            new("SecurityTxt:Expires", "Nơi nhận còn hiệu lực đến", "Ngày dạng 2027-12-31, không quá một năm; xem lại trước ngày này.") { Most = 10, MayBeEmpty = true },
            new("Portal:ContactEmail", "Thư điện tử liên hệ", "Hòm thư công vụ, hiện ở trang Hướng dẫn thực hiện.") { Most = 120, MayBeEmpty = true },
            new("Practice:Address", "Địa chỉ trang luyện tập", "Hiện ở cuối trang và trong Hướng dẫn nhanh; để trống khi không có.") { Most = 200, MayBeEmpty = true },
        ]),
        new("documents", "Chức danh ký, căn cứ và nơi nhận trong văn bản",
        [
            new("Portal:Documents:LeadAgencySymbol", "Ký hiệu của cơ quan thường trực", "Đứng trong số văn bản, ví dụ “STTTT”.") { Most = 30 },
            new("Portal:Documents:LeadAgencyHead", "Chức danh ký của cơ quan thường trực", "Ví dụ “Giám đốc”.") { Most = 100 },
            new("Portal:Documents:ApprovingBody", "Cơ quan phê duyệt", "Tên đầy đủ, ví dụ “Ủy ban nhân dân tỉnh Quảng Bình”."),
            new("Portal:Documents:ApprovingHead", "Chức danh ký của cơ quan phê duyệt", "Ví dụ “Chủ tịch”.") { Most = 100 },
            new("Portal:Documents:ApprovingSymbol", "Ký hiệu của cơ quan phê duyệt", "Đứng trong số văn bản, ví dụ “UBND”.") { Most = 30 },
            new("Portal:Documents:CarriedOutBy", "Người thi hành quyết định", "Bên cạnh các cơ quan được đánh giá, ví dụ “Chánh Văn phòng UBND tỉnh”."),
            new("Portal:Documents:Council", "Tên Hội đồng", "Ví dụ “Hội đồng thẩm định”.") { Most = 100 },
            new("Portal:Documents:CouncilSymbol", "Ký hiệu của Hội đồng", "Đứng trong số biên bản, ví dụ “HĐTĐ”.") { Most = 30 },
            new("Portal:Documents:LegalBases", "Văn bản căn cứ", "Đứng ở đầu tờ trình, quyết định: loại, số, ngày và cơ quan ban hành.", SettingKind.Lines) { Most = Lengths.Setting, MayBeEmpty = true },
            new("Portal:Documents:Recipients", "Nơi nhận của cơ quan thường trực", "Ở cuối báo cáo, tờ trình.", SettingKind.Lines) { Most = Lengths.Setting, MayBeEmpty = true },
            new("Portal:Documents:DecisionRecipients", "Nơi nhận của quyết định", "Ở cuối dự thảo quyết định.", SettingKind.Lines) { Most = Lengths.Setting, MayBeEmpty = true },
            new("Publication:Licence", "Điều kiện dùng lại dữ liệu mở", "Ghi trong tệp và giao diện lập trình của kết quả công bố từ nay về sau.") { Most = LongText, MayBeEmpty = true },
        ]),
        new("limits", "Giới hạn và đăng nhập",
        [
            new("Files:MaxFileBytes", "Dung lượng một tệp", "Tệp tải lên lớn hơn bị từ chối.", SettingKind.Megabytes) { Least = 1, Most = 2048, Unit = "MB" },
            new("Files:MaxFormBytes", "Dung lượng tệp của một phiếu", "Tổng các tệp của một cơ quan trong một kỳ.", SettingKind.Megabytes) { Least = 1, Most = 1024 * 1024, Unit = "MB" },
            new("Session:Minutes", "Thời gian giữ đăng nhập", "Sau ngần này phút không làm gì thì phải đăng nhập lại.", SettingKind.Number) { Least = 10, Most = 1440, Unit = "phút", NeedsRestart = true },
            new("SecondFactor:RequiredRoles", "Vai trò phải bật xác thực hai lớp", "Mỗi dòng một tên vai trò, ví dụ “Quản trị hệ thống”. Người có vai trò này phải bật trước khi làm việc.", SettingKind.Lines) { Most = LongText, MayBeEmpty = true },
            new("SignIn:MaxFailedAttempts", "Số lần sai mật khẩu", "Sai liên tiếp ngần này lần thì tài khoản tạm khóa.", SettingKind.Number) { Least = 3, Most = 20, Unit = "lần" },
            new("SignIn:LockoutMinutes", "Thời gian tạm khóa", "Tài khoản tạm khóa mở lại sau ngần này phút.", SettingKind.Number) { Least = 1, Most = 1440, Unit = "phút" },
            new("Accounts:AnonymiseAfterMonths", "Thời gian trước khi ẩn danh", "Tài khoản đã ngừng sử dụng ngần này tháng mới ẩn danh được.", SettingKind.Number) { Least = 1, Most = 240, Unit = "tháng" },
            new("RateLimits:SignInsPerMinute", "Lần đăng nhập mỗi phút", "Từ một địa chỉ mạng; cả cơ quan có thể chung một địa chỉ.", SettingKind.Number) { Least = 1, Most = 10_000, Unit = "lần" },
            new("RateLimits:PackageChecksPerMinute", "Lần kiểm tra gói kết quả mỗi phút", "Từ một địa chỉ mạng; mỗi lần máy chủ tính lại toàn bộ kết quả.", SettingKind.Number) { Least = 1, Most = 1_000, Unit = "lần" },
        ]),
        new("mail", "Thư điện tử",
        [
            new("Mail:Enabled", "Gửi thư", "Tắt thì thông báo chỉ hiện trên cổng.", SettingKind.YesNo),
            new("Mail:Host", "Máy chủ thư", "Tên máy chủ SMTP.") { MayBeEmpty = true, GoesWithSecret = MailSecret },
            new("Mail:Port", "Cổng", "Cổng của máy chủ thư.", SettingKind.Number) { Least = 1, Most = 65535, GoesWithSecret = MailSecret },
            new("Mail:Security", "Bảo mật đường truyền", "Chỉ để “không” khi máy chủ thư ở cùng máy.", SettingKind.Choice) { Choices = [("StartTls", "StartTLS"), ("Tls", "TLS từ đầu"), ("None", "Không")], GoesWithSecret = MailSecret },
            new("Mail:User", "Tên đăng nhập máy chủ thư", "Để trống nếu máy chủ không hỏi.") { MayBeEmpty = true, GoesWithSecret = MailSecret },
            new("Mail:From", "Địa chỉ người gửi", "Ví dụ danhgia@quangbinh.gov.vn.") { MayBeEmpty = true },
            new("Mail:FromName", "Tên người gửi", "Hiện trong hộp thư của người nhận."),
            new("Mail:PortalAddress", "Địa chỉ của cổng trong thư", "Bắt đầu bằng https://, dùng cho liên kết trong thư.") { MayBeEmpty = true },
            new("Mail:TimeoutSeconds", "Thời gian chờ máy chủ thư", "Cho mỗi bước.", SettingKind.Number) { Least = 1, Most = 120, Unit = "giây" },
        ]),
        new("scan", "Kiểm tra vi-rút",
        [
            new("Scan:Address", "Địa chỉ ClamAV", "Dạng máy:cổng (127.0.0.1:3310) hoặc unix:/đường/dẫn; để trống thì tệp được ghi là chưa kiểm tra.") { MayBeEmpty = true },
            new("Scan:TimeoutSeconds", "Thời gian quét một tệp", "Quá thời gian thì quét lại sau.", SettingKind.Number) { Least = 1, Most = 3600, Unit = "giây" },
        ]),
    ];

    /// <summary>Settings that stay in configuration, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftToConfiguration = new Dictionary<string, string>
    {
        ["Portal:SharedSystems"] = "Số liệu đã nhập gắn với mã của hệ thống; đổi cùng người vận hành.",
        ["Publication:KnownMilliseconds"] = "Độ trễ giữa các tiến trình, thuộc việc vận hành.",
        ["Publication:CertificatePath"] = "Đường dẫn trên máy chủ, đi cùng mật khẩu chứng thư.",
        ["Publication:CertificatePassword"] = "Bí mật.",
        ["Files:Folder"] = "Đường dẫn trên máy chủ; đổi thì phải chuyển tệp.",
        ["Signatures:TrustedFolder"] = "Đường dẫn trên máy chủ.",
        ["Mail:Password"] = "Bí mật.",
        ["Invitations:ValidDays"] = "Có hiệu lực từ lần khởi động sau; ít khi đổi.",
        ["Demo:Enabled"] = "Chỉ có nghĩa ở lần chạy đầu tiên.",
        ["Practice:Enabled"] = "Lệnh practice đặt; trang luyện tập là một tiến trình riêng.",
        ["Practice:Folder"] = "Đường dẫn trên máy chủ.",
        ["Practice:Listen"] = "Thuộc hạ tầng mạng.",
        ["Practice:AccessCode"] = "Bí mật.",
        ["Jobs:Enabled"] = "Mỗi tiến trình một khác.",
        ["Proxy:ForwardedHeaders"] = "Thuộc hạ tầng mạng.",
        ["Proxy:Trusted"] = "Thuộc hạ tầng mạng.",
        ["Maintenance:File"] = "Đường dẫn trên máy chủ.",
        ["Drain:Seconds"] = "Thuộc việc vận hành, theo bộ cân bằng tải.",
        ["Telemetry:Endpoint"] = "Thuộc hạ tầng mạng.",
        ["Telemetry:Protocol"] = "Thuộc hạ tầng mạng.",
        ["Secrets:Folder"] = "Đường dẫn trên máy chủ, chứa bí mật.",
        ["Logs:Folder"] = "Đường dẫn trên máy chủ.",
        ["Database:Provider"] = "Chọn khi cài đặt.",
        ["ConnectionStrings:Default"] = "Có thể chứa mật khẩu.",
    };

    /// <summary>Settings whose value is never shown: only whether there is one.</summary>
    public static readonly IReadOnlyList<(string Key, string Name)> Secrets = [(MailSecret, "Mật khẩu máy chủ thư"), ("Publication:CertificatePassword", "Mật khẩu chứng thư ký gói kết quả")];

    public static readonly IReadOnlyDictionary<string, SettingEntry> Entries = Groups.SelectMany(g => g.Entries).ToDictionary(e => e.Key);
}
