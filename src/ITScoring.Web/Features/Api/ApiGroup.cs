using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>A group of criteria.</summary>
public sealed record ApiGroup(
    [property: Description("Mã nhóm")] string Code,
    [property: Description("Tên nhóm")] string Name,
    [property: Description("Loại nhóm; điểm của các nhóm score cộng thành tổng điểm")] string Kind,
    [property: Description("Điểm tối đa của nhóm"), RegularExpression(ApiForms.Points)] string Max,
    [property: Description("Các tiêu chí của nhóm")] IReadOnlyList<ApiCriterion> Criteria);
