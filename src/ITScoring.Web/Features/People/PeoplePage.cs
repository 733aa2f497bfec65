using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.People;

/// <summary>The people of an agency, as its editor sees them.</summary>
/// <param name="Invited">Accounts with an open invitation, and until when (UTC).</param>
public sealed record PeoplePage(IReadOnlyList<AppUser> People, IReadOnlyDictionary<int, DateTime> Invited);
