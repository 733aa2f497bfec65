using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Startup;

/// <summary>How a site that is told to end takes leave (section <c>Drain</c>).</summary>
public sealed class DrainOptions
{
    public const string Section = "Drain";

    /// <summary>
    /// Seconds between the first <c>/health/ready</c> that says no and the closed port, for balancers to send people elsewhere. Unset: 5, in
    /// Development 0.
    /// </summary>
    [Range(0, 120, ErrorMessage = "Cấu hình Drain:Seconds phải từ 0 đến 120 giây.")]
    public int? Seconds { get; set; }
}
