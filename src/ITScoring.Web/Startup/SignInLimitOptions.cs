using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Startup;

/// <summary>When an account is locked after wrong passwords (section <c>SignIn</c>).</summary>
public sealed class SignInLimitOptions
{
    public const string Section = "SignIn";

    /// <summary>Wrong passwords in a row that lock the account.</summary>
    [Range(3, 20, ErrorMessage = "Cấu hình SignIn:MaxFailedAttempts phải từ 3 đến 20 lần.")]
    public int MaxFailedAttempts { get; set; } = 5;

    /// <summary>How long it stays locked.</summary>
    [Range(1, 1440, ErrorMessage = "Cấu hình SignIn:LockoutMinutes phải từ 1 đến 1440 phút.")]
    public int LockoutMinutes { get; set; } = 15;
}
