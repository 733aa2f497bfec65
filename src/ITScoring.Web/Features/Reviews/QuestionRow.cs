using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.SharedFigures;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One question under a criterion: what the agency says, last year's value, evidence, and the reviewer's field.</summary>
public sealed record QuestionRow(
    Question Question,
    string Declared,
    string Verified,
    bool Differs,
    string? VerifiedReason,
    string? Previous,
    string? Note,
    bool TakenOver,
    IReadOnlyList<Evidence> Evidence,
    QuestionField? Field,
    string? Problem,
    IReadOnlyList<Criterion> SharedWith)
{
    /// <summary>What the shared systems say of it.</summary>
    public IEnumerable<SharedFigureView> Shared { get; init; } = [];
}
