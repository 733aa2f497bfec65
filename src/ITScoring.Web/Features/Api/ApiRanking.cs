using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>The ranking of one publication; it never changes.</summary>
public sealed record ApiRanking(
    [property: Description("Mã kỳ đánh giá")] string Period,
    [property: Description("Tên kỳ đánh giá")] string Title,
    [property: Description("Năm đánh giá")] int Year,
    [property: Description("Điều phải nói kèm số liệu, ví dụ số liệu là minh họa; null: không có")] string? Notice,
    [property: Description("Lần công bố")] int Number,
    [property: Description("Thời điểm công bố (UTC)")] DateTime PublishedAt,
    [property: Description("Số quyết định phê duyệt")] string DecisionNumber,
    [property: Description("Ngày quyết định phê duyệt")] DateOnly DecisionDate,
    [property: Description("Lý do đính chính; null: lần công bố đầu")] string? Reason,
    [property: Description("Số của lần công bố được thay; null: lần công bố đầu")] int? Replaces,
    [property: Description("SHA-256 của bản ghi công khai (record.json) mà số liệu được đọc từ đó"), RegularExpression(ApiForms.Sha256)] string RecordSha256,
    [property: Description("Thang của điểm xếp hạng"), RegularExpression(ApiForms.Points)] string Scale,
    [property: Description("Các khối; mỗi khối xếp hạng riêng")] IReadOnlyList<ApiBlock> Blocks,
    [property: Description("Các cơ quan theo khối rồi theo hạng; cơ quan không xếp hạng ở cuối khối")] IReadOnlyList<ApiRankedAgency> Agencies);
