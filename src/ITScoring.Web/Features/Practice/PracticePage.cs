namespace ITScoring.Web.Features.Practice;

/// <summary>What the choice of a role shows.</summary>
/// <param name="Agencies">Those whose four roles can be taken: number and name.</param>
/// <param name="Others">The roles of those who verify, manage, approve and watch.</param>
/// <param name="AsksCode">Whether a code must be typed to come in.</param>
/// <param name="AgencyId">The agency chosen before; null: the first.</param>
public sealed record PracticePage(IReadOnlyList<(int Id, string Name)> Agencies, IReadOnlyList<PracticeRole> Others, bool AsksCode, int? AgencyId, string ReturnUrl);
