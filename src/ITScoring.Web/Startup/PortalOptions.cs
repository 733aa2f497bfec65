using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using ITScoring.Data;

namespace ITScoring.Web.Startup;

/// <summary>Names and texts that differ from province to province (section <c>Portal</c>); none of them stands in code.</summary>
public sealed partial class PortalOptions : IValidatableObject
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

    /// <summary>The shared systems whose figures may stand beside what agencies declare.</summary>
    public IReadOnlyList<SharedSystem> SharedSystems { get; set; } = [];

    /// <summary>What official documents say of the province beyond the above.</summary>
    public DocumentOptions Documents { get; set; } = new();

    /// <summary>How a shared system is called in tables; one that is no longer in the settings by its code.</summary>
    public string SharedSystemName(string code) => SharedSystems.FirstOrDefault(s => s.Code == code)?.ShortName ?? code;

    /// <summary>Whom to ask, as one line; what is not set is left out.</summary>
    public string Contact => string.Join(", ", new[]
    {
        ContactOffice, LeadAgency, ContactPhone.Length > 0 ? $"điện thoại {ContactPhone}" : "", ContactEmail.Length > 0 ? $"thư điện tử {ContactEmail}" : "",
    }.Where(part => part.Length > 0));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var missing in Documents.Missing())
            yield return new ValidationResult($"Thiếu cấu hình Portal:Documents:{missing} (dùng trong văn bản xuất ra).");
        foreach (var system in SharedSystems)
        {
            if (!SystemCode().IsMatch(system.Code) || system.Code.Length > Lengths.Code || string.IsNullOrWhiteSpace(system.Name) || string.IsNullOrWhiteSpace(system.ShortName))
                yield return new ValidationResult($"Cấu hình Portal:SharedSystems: hệ thống “{system.Code}” cần Code (chữ thường không dấu, chữ số, gạch nối), Name và ShortName.");
        }

        if (SharedSystems.GroupBy(s => s.Code).FirstOrDefault(g => g.Count() > 1) is { } twice)
            yield return new ValidationResult($"Cấu hình Portal:SharedSystems: mã “{twice.Key}” có hai lần.");
    }

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$")]
    private static partial Regex SystemCode();
}
