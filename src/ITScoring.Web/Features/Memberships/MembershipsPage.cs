using ITScoring.Data.Identity;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Memberships;

/// <summary>The further memberships of an account.</summary>
/// <param name="Home">Name of the account's own agency.</param>
/// <param name="Agencies">To choose from; empty on the person's own page.</param>
public sealed record MembershipsPage(AppUser User, string? Home, IReadOnlyList<MembershipRow> Rows, MembershipForm Form, IReadOnlyList<Agency> Agencies, IReadOnlyList<Period> Periods);
