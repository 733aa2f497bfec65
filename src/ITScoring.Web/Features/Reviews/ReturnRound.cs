using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One round of returning: who asked for what, and what came back.</summary>
/// <param name="Number">1, 2, 3, …</param>
/// <param name="Changes">Returned questions and whatever else changed, in the order of the set; empty while the agency has not answered.</param>
public sealed record ReturnRound(int Number, Return Return, string By, IReadOnlyList<ReturnedChange> Changes)
{
    public bool HasUnrequested => Changes.Any(c => !c.Asked);
}
