using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>Points of an agency for a criterion.</summary>
public sealed record ApiCriterionScore(
    [property: Description("Mã tiêu chí")] string Code,
    [property: Description("Điểm; null: tiêu chí không áp dụng"), RegularExpression(ApiForms.Points)] string? Points,
    [property: Description("Điểm tối đa"), RegularExpression(ApiForms.Points)] string Max,
    [property: Description("Tiêu chí có áp dụng cho cơ quan hay không")] bool Applicable,
    [property: Description("Cách tính; chỉ có khi kỳ công khai số liệu kê khai")] ApiCalculation? Calculation);
