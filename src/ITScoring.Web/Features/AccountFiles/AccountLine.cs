using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Features.AccountFiles;

/// <summary>A line of an uploaded list that can be taken.</summary>
/// <param name="Row">In its file, from 1.</param>
/// <param name="From">First instant (UTC) of the membership or of a deputy's signing.</param>
/// <param name="Until">Last instant of the same.</param>
public sealed record AccountLine(
    int Row, AccountLineKind Kind, string UserName, string DisplayName, string? JobTitle, string? Email, Role Role, int? AgencyId, string? AgencyCode, DateTime? From, DateTime? Until, string? Warning);
