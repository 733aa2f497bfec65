using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>Points of an agency in a group.</summary>
public sealed record ApiGroupScore(
    [property: Description("Mã nhóm")] string Code,
    [property: Description("Điểm"), RegularExpression(ApiForms.Points)] string Points,
    [property: Description("Điểm tối đa của các tiêu chí áp dụng trong nhóm"), RegularExpression(ApiForms.Points)] string ApplicableMax,
    [property: Description("Hạng theo nhóm trong khối; null: không xếp hạng")] int? Rank);
