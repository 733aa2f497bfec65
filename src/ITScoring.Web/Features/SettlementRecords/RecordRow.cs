using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.SettlementRecords;

/// <summary>One explanation in the record.</summary>
/// <param name="Values">Each contested question with its declared, verified and claimed value, and the final one once it is accepted, as people read them.</param>
/// <param name="Verified">The criterion's verified points.</param>
/// <param name="Final">Its points as they stand now, with everything that was accepted.</param>
public sealed record RecordRow(
    PeriodAgency Agency,
    Criterion Criterion,
    Explanation Explanation,
    IReadOnlyList<(Question Question, string Declared, string Verified, string Claimed, string? Final)> Values,
    IReadOnlyList<Evidence> Evidence,
    Points? Verified,
    Points? Final);
