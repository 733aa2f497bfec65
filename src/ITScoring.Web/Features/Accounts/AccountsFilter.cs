namespace ITScoring.Web.Features.Accounts;

/// <summary>Which accounts are looked for, and how they are sorted; as it stands in the address.</summary>
public sealed class AccountsFilter
{
    /// <summary>In user name, name, job title and agency; marks and case are ignored.</summary>
    public string? Search { get; set; }

    public string? Role { get; set; }

    public int? Agency { get; set; }

    /// <summary><c>active</c>, <c>locked</c> or <c>suspended</c>.</summary>
    public string? State { get; set; }

    /// <summary>A column of <see cref="AccountsPage.Columns"/>; with a leading minus from the last to the first.</summary>
    public string? Sort { get; set; }
}
