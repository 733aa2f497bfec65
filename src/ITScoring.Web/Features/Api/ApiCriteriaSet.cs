using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>The set that a period was scored with.</summary>
public sealed record ApiCriteriaSet(
    [property: Description("Mã bộ tiêu chí")] string Code,
    [property: Description("Phiên bản của bộ tiêu chí")] int Version,
    [property: Description("Tên bộ tiêu chí")] string Title,
    [property: Description("SHA-256 của bộ tiêu chí"), RegularExpression(ApiForms.Sha256)] string Sha256,
    [property: Description("Thang của điểm xếp hạng"), RegularExpression(ApiForms.Points)] string Scale,
    [property: Description("Các nhóm tiêu chí, theo thứ tự của bộ tiêu chí")] IReadOnlyList<ApiGroup> Groups,
    [property: Description("Các mức xếp loại, cao nhất trước")] IReadOnlyList<ApiClass> Classes);
