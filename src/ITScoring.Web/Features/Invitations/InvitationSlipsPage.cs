namespace ITScoring.Web.Features.Invitations;

/// <summary>Slips to be printed and handed over, one a person.</summary>
/// <param name="Address">Where the code is entered.</param>
/// <param name="Back">Where one goes on.</param>
public sealed record InvitationSlipsPage(IReadOnlyList<InvitationSlip> Slips, string Address, string Back);
