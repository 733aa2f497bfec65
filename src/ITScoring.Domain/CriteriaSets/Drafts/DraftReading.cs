namespace ITScoring.Domain.CriteriaSets.Drafts;

/// <summary>A set that is still being written.</summary>
/// <param name="Problems">Everything for which it could not be put in force, as <c>validate</c> lists it; empty: it is whole.</param>
/// <param name="Usable">
/// The set when it is whole; else what can be read of it, without the items at fault and those that need them: enough to say rules in
/// words and to try them, not to rank. Null: not even that.
/// </param>
public sealed record DraftReading(IReadOnlyList<Problem> Problems, CriteriaSet? Usable)
{
    public bool IsWhole => Problems.Count == 0;
}
