using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Startup;

/// <summary>The switch of the maintenance page (section <c>Maintenance</c>).</summary>
public sealed class MaintenanceOptions
{
    public const string Section = "Maintenance";

    /// <summary>While this file is there every page answers 503; absolute or below the content root. Nodes that share the folder share the switch.</summary>
    [Required(ErrorMessage = "Thiếu cấu hình Maintenance:File (tệp công tắc của trang bảo trì).")]
    public string File { get; set; } = "App_Data/maintenance";
}
