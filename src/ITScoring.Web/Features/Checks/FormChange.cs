using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.Checks;

/// <summary>What moved at a question since the last official submission.</summary>
/// <param name="What">The answer, the note or the evidence; empty for the answer.</param>
public sealed record FormChange(Question Question, string What, string Before, string After);
