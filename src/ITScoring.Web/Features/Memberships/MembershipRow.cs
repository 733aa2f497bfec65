using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Memberships;

/// <summary>A further membership with its names.</summary>
public sealed record MembershipRow(AppUserMembership Membership, string? Agency, string? Period, string? PeriodCode, bool IsUsable, bool IsOver);
