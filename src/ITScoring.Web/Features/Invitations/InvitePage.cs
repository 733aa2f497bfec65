using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Invitations;

/// <summary>Asks how a person is invited.</summary>
/// <param name="Action">Address of the form.</param>
/// <param name="Back">Where one goes who does not want it.</param>
public sealed record InvitePage(AppUser User, string Action, string Back, bool CanMail, int Days);
