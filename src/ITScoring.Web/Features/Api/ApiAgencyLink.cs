using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>An evaluated agency and where its result is.</summary>
public sealed record ApiAgencyLink(
    [property: Description("Mã cơ quan")] string Code,
    [property: Description("Tên cơ quan tại thời điểm đánh giá")] string Name,
    [property: Description("Mã khối")] string Block,
    [property: Description("Địa chỉ kết quả của cơ quan trong API")] string Href);
