using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.PointsToWin;

/// <summary>Điểm nằm ở đâu: criteria by what they can still bring, or by points without evidence.</summary>
/// <param name="ByEvidence">How the rows are sorted and chosen.</param>
/// <param name="Rows">Those with something to win, or with unproved points; greatest first.</param>
/// <param name="Full">Codes of the criteria that are not listed, since nothing is left there.</param>
/// <param name="ToWin">Of all criteria.</param>
/// <param name="Unproved">Of all criteria.</param>
public sealed record PointsToWinPage(OwnForm Form, bool ByEvidence, IReadOnlyList<PointsRow> Rows, IReadOnlyList<string> Full, ScoreSheet Sheet, Points ToWin, Points Unproved, bool IsProvisional);
