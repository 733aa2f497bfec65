using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Integrations.Scanning;

/// <summary>The ClamAV daemon that scans files (section <c>Scan</c>).</summary>
public sealed class ScanOptions : IValidatableObject
{
    public const string Section = "Scan";

    /// <summary><c>host:port</c> or <c>unix:/path/to/socket</c>; empty: there is no scanner.</summary>
    public string Address { get; set; } = "";

    /// <summary>How long one file may take.</summary>
    [Range(1, 3600, ErrorMessage = "Cấu hình Scan:TimeoutSeconds phải từ 1 đến 3600 giây.")]
    public int TimeoutSeconds { get; set; } = 120;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address.Length > 0 && ScannerAddress.Read(Address) is null)
            yield return new ValidationResult($"Cấu hình Scan:Address là “{Address}”, nhưng chỉ nhận dạng máy:cổng (ví dụ 127.0.0.1:3310) hoặc unix:/đường/dẫn/clamd.ctl.");
    }
}
