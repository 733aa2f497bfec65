using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.Reviews;

/// <summary>What became of one question between two official submissions with a return between them.</summary>
/// <param name="AskedReason">Why it was returned; null: nobody asked for a change.</param>
/// <param name="Because">Codes of the returned questions because of which it could be changed without being asked for; null: there are none.</param>
/// <param name="Parts">What changed, value, documents and note apart; none: nothing did.</param>
public sealed record ReturnedChange(Question Question, string? AskedReason, string? Because, IReadOnlyList<ReturnedPart> Parts)
{
    public bool Asked => AskedReason is not null;
}
