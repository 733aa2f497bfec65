using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Startup;

/// <summary>Invitations to set the password of an account (section <c>Invitations</c>).</summary>
public sealed class InvitationOptions
{
    public const string Section = "Invitations";

    /// <summary>Days for which a code is good.</summary>
    [Range(1, 90, ErrorMessage = "Cấu hình Invitations:ValidDays phải từ 1 đến 90.")]
    public int ValidDays { get; set; } = 7;
}
