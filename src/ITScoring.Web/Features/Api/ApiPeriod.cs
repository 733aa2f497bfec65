using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>A published period as it stands in the list.</summary>
public sealed record ApiPeriod(
    [property: Description("Mã kỳ đánh giá, dùng trong địa chỉ")] string Code,
    [property: Description("Tên kỳ đánh giá")] string Title,
    [property: Description("Năm đánh giá")] int Year,
    [property: Description("Điều phải nói kèm số liệu, ví dụ số liệu là minh họa; null: không có")] string? Notice,
    [property: Description("Số quyết định phê duyệt")] string DecisionNumber,
    [property: Description("Ngày quyết định phê duyệt")] DateOnly DecisionDate,
    [property: Description("Số của lần công bố đang có hiệu lực: 1 là lần đầu, mỗi lần đính chính thêm 1")] int LatestPublication,
    [property: Description("Thời điểm công bố (UTC)")] DateTime PublishedAt,
    [property: Description("Địa chỉ của kỳ trong API")] string Href,
    [property: Description("Địa chỉ danh sách các lần công bố")] string PublicationsHref,
    [property: Description("Địa chỉ bảng xếp hạng đang có hiệu lực")] string RankingHref,
    [property: Description("Trang kết quả cho người đọc")] string PageHref);
