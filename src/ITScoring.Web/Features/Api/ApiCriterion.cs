using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>A criterion with its rule.</summary>
public sealed record ApiCriterion(
    [property: Description("Mã tiêu chí")] string Code,
    [property: Description("Tên tiêu chí")] string Name,
    [property: Description("Điểm tối đa"), RegularExpression(ApiForms.Points)] string Max,
    [property: Description("Cách tính điểm, bằng lời")] string Rule,
    [property: Description("Căn cứ; null: không ghi")] string? Basis,
    [property: Description("Hướng dẫn; null: không có")] string? Guidance);
