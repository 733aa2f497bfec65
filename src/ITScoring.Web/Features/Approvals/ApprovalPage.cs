using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Approvals;

/// <summary>The frozen result as leaders, managers and observers see it.</summary>
/// <param name="Sha256">Hash of the public part that was frozen; carried in the form, so that exactly this is approved.</param>
/// <param name="Rows">Agency with self, verified and final total.</param>
/// <param name="Explanations">Number received, accepted, declined.</param>
public sealed record ApprovalPage(
    Period Period,
    PublicRecord? Record,
    string Sha256,
    IReadOnlyList<(RecordAgency Agency, Points? Self, Points? Verified, Points? Final)> Rows,
    (int Received, int Accepted, int Declined) Explanations,
    Points? Mean,
    Points? Median)
{
    public int Submitted => Rows.Count(r => r.Agency.Submitted);
}
