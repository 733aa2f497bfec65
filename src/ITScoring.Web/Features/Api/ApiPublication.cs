using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>A publication with its public files.</summary>
public sealed record ApiPublication(
    [property: Description("Lần công bố")] int Number,
    [property: Description("Thời điểm công bố (UTC)")] DateTime PublishedAt,
    [property: Description("Số quyết định phê duyệt")] string DecisionNumber,
    [property: Description("Ngày quyết định phê duyệt")] DateOnly DecisionDate,
    [property: Description("Lý do đính chính; null: lần công bố đầu")] string? Reason,
    [property: Description("Số của lần công bố được thay; null: lần công bố đầu")] int? Replaces,
    [property: Description("Số của lần công bố thay lần này; null: đang có hiệu lực")] int? ReplacedBy,
    [property: Description("SHA-256 của bản ghi công khai (record.json) mà số liệu được đọc từ đó"), RegularExpression(ApiForms.Sha256)] string RecordSha256,
    [property: Description("Địa chỉ bảng xếp hạng của lần công bố này; nội dung không bao giờ đổi")] string Href,
    [property: Description("Trang của lần công bố cho người đọc")] string PageHref,
    [property: Description("Các tệp công khai; có thể trống với lần công bố cũ")] IReadOnlyList<ApiFile> Files);
