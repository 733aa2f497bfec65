using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Security;

/// <summary>How long somebody stays signed in without doing anything (section <c>Session</c>).</summary>
public sealed class SessionLength
{
    public const string Section = "Session";

    /// <summary>Minutes, 10 to 1440; eight hours by default.</summary>
    [Range(10, 1440, ErrorMessage = "Cấu hình Session:Minutes phải từ 10 đến 1440 phút.")]
    public int Minutes { get; set; } = 480;
}
