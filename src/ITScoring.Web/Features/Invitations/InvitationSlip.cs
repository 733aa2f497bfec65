using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Invitations;

/// <summary>A code for one person, shown this once and kept nowhere in clear.</summary>
public sealed record InvitationSlip(AppUser User, string? Agency, string Code, DateTime ExpiresAt);
