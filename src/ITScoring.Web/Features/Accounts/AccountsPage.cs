using ITScoring.Data.Identity;
using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Accounts;

/// <summary>The list of accounts, a page of it.</summary>
public sealed record AccountsPage(
    IReadOnlyList<(AppUser User, string? Agency)> Rows, int Total, int Page, int Pages, string? Search, string? Role, int? Agency, string? State, IReadOnlyList<Agency> Agencies);
