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
}
