using ITScoring.Data.Identity;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Accounts;

/// <summary>The account form as it is posted.</summary>
public sealed class AccountForm
{
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? JobTitle { get; set; }

    public string? Email { get; set; }

    public string? Role { get; set; }

    public int? Agency { get; set; }

    public string? ActingFrom { get; set; }

    public string? ActingUntil { get; set; }

    public static AccountForm Of(AppUser user) => new()
    {
        UserName = user.UserName,
        DisplayName = user.DisplayName,
        JobTitle = user.JobTitle,
        Email = user.Email,
        Role = user.Role.ToString(),
        Agency = user.AgencyId,
        ActingFrom = user.ActingFrom is { } from ? VietnamTime.Day(from) : "",
        ActingUntil = user.ActingUntil is { } until ? VietnamTime.Day(until) : "",
    };
}
