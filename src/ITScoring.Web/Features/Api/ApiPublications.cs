using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>Every publication of a period.</summary>
public sealed record ApiPublications(
    [property: Description("Mã kỳ đánh giá")] string Period,
    [property: Description("Tên kỳ đánh giá")] string Title,
    [property: Description("Điều phải nói kèm số liệu, ví dụ số liệu là minh họa; null: không có")] string? Notice,
    [property: Description("Điều kiện sử dụng dữ liệu; null: không nêu")] string? Licence,
    [property: Description("Các lần công bố, mới nhất trước; lần đầu danh sách đang có hiệu lực")] IReadOnlyList<ApiPublication> Publications);
