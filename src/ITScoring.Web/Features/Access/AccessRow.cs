namespace ITScoring.Web.Features.Access;

/// <summary>One role of one person, as an auditor asks for it.</summary>
/// <param name="Kind"><c>Chính</c> or <c>Thêm</c>.</param>
/// <param name="Scope">All periods, or one.</param>
/// <param name="From">First day; null: since the account was made.</param>
/// <param name="LastSignIn">Of the account (UTC); null: never.</param>
public sealed record AccessRow(
    int UserId, string UserName, string DisplayName, string? JobTitle, string? Email, string Kind, string Role, string? AgencyCode, string? Agency, string Scope, DateOnly? From, DateOnly? Until, DateTime? LastSignIn, string State);
