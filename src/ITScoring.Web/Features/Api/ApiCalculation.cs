using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>How points came about, where the period opens the figures.</summary>
public sealed record ApiCalculation(
    [property: Description("Cách làm tròn")] string Rounding,
    [property: Description("Số liệu đưa vào")] IReadOnlyList<ApiInput>? Inputs,
    [property: Description("Các bước tính")] IReadOnlyList<ApiStep>? Steps);
