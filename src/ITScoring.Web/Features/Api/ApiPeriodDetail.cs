using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>A published period: by what it was measured and who was evaluated.</summary>
public sealed record ApiPeriodDetail(
    [property: Description("Mã kỳ đánh giá, dùng trong địa chỉ")] string Code,
    [property: Description("Tên kỳ đánh giá")] string Title,
    [property: Description("Năm đánh giá")] int Year,
    [property: Description("Điều phải nói kèm số liệu, ví dụ số liệu là minh họa; null: không có")] string? Notice,
    [property: Description("Điều kiện sử dụng dữ liệu; null: không nêu")] string? Licence,
    [property: Description("Số liệu tính từ ngày")] DateOnly DataFrom,
    [property: Description("Số liệu tính đến hết ngày")] DateOnly DataThrough,
    [property: Description("Kỳ này có công khai số liệu mà cơ quan kê khai hay không")] bool DisclosesDeclaredFigures,
    [property: Description("Số quyết định phê duyệt")] string DecisionNumber,
    [property: Description("Ngày quyết định phê duyệt")] DateOnly DecisionDate,
    [property: Description("Số của lần công bố đang có hiệu lực: 1 là lần đầu, mỗi lần đính chính thêm 1")] int LatestPublication,
    [property: Description("Thời điểm công bố (UTC)")] DateTime PublishedAt,
    [property: Description("SHA-256 của bản ghi công khai (record.json) mà số liệu được đọc từ đó"), RegularExpression(ApiForms.Sha256)] string RecordSha256,
    [property: Description("Bộ tiêu chí đã dùng để tính điểm")] ApiCriteriaSet CriteriaSet,
    [property: Description("Các khối; mỗi khối xếp hạng riêng")] IReadOnlyList<ApiBlock> Blocks,
    [property: Description("Các cơ quan được đánh giá")] IReadOnlyList<ApiAgencyLink> Agencies,
    [property: Description("Địa chỉ danh sách các lần công bố")] string PublicationsHref,
    [property: Description("Địa chỉ bảng xếp hạng đang có hiệu lực")] string RankingHref,
    [property: Description("Trang kết quả cho người đọc")] string PageHref);
