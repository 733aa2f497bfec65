using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Explanations;

/// <summary>A criterion of a preliminary result.</summary>
/// <param name="Applicable">False: it has no points.</param>
/// <param name="Reasons">What the reviewer changed and why, one sentence each; empty: nothing.</param>
public sealed record PreliminaryCriterion(RecordCriterion Criterion, bool Applicable, string? Self, string? Verified, string? Final, IReadOnlyList<string> Reasons);
