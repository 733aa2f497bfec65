using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>The published periods.</summary>
public sealed record ApiPeriods(
    [property: Description("Điều kiện sử dụng dữ liệu; null: không nêu")] string? Licence,
    [property: Description("Các kỳ đã công bố, mới nhất trước")] IReadOnlyList<ApiPeriod> Periods);
