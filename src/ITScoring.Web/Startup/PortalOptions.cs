using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Startup;

/// <summary>Names and texts that differ from province to province (section <c>Portal</c>); none of them stands in code.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    [Required(ErrorMessage = "Thiếu cấu hình Portal:Province (tên tỉnh).")]
    public string Province { get; set; } = "";

    /// <summary>Shown above the portal's name, e.g. "UBND tỉnh Quảng Bình".</summary>
    [Required(ErrorMessage = "Thiếu cấu hình Portal:ProvinceBody (ví dụ UBND tỉnh Quảng Bình).")]
    public string ProvinceBody { get; set; } = "";

    /// <summary>The agency that verifies, e.g. "Sở Thông tin và Truyền thông".</summary>
    [Required(ErrorMessage = "Thiếu cấu hình Portal:LeadAgency (cơ quan thường trực).")]
    public string LeadAgency { get; set; } = "";

    [Required(ErrorMessage = "Thiếu cấu hình Portal:LeadAgencyShort (tên tắt của cơ quan thường trực).")]
    public string LeadAgencyShort { get; set; } = "";

    public string LegalBasis { get; set; } = "";

    public string ContactOffice { get; set; } = "";

    public string ContactPhone { get; set; } = "";

    public string ContactEmail { get; set; } = "";

    /// <summary>Whom to ask, as one line; what is not set is left out.</summary>
    public string Contact => string.Join(", ", new[]
    {
        ContactOffice, LeadAgency, ContactPhone.Length > 0 ? $"điện thoại {ContactPhone}" : "", ContactEmail.Length > 0 ? $"thư điện tử {ContactEmail}" : "",
    }.Where(part => part.Length > 0));
}
