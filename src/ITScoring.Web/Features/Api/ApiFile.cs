using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Features.Api;

/// <summary>A public file of a publication.</summary>
public sealed record ApiFile(
    [property: Description("Tên tệp")] string Name,
    [property: Description("Loại nội dung")] string MediaType,
    [property: Description("Số byte")] int Bytes,
    [property: Description("SHA-256 của tệp"), RegularExpression(ApiForms.Sha256)] string Sha256,
    [property: Description("Địa chỉ tải; nội dung không bao giờ đổi")] string Href);
