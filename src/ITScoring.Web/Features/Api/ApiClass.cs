using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>A class of results.</summary>
public sealed record ApiClass(
    [property: Description("Tên mức xếp loại")] string Name,
    [property: Description("Từ tỷ lệ này của điểm tối đa trở lên, số thập phân từ 0 đến 1"), RegularExpression(ApiForms.Share)] string From);
