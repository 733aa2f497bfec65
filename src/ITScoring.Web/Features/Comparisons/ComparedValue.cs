using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>What one agency declares for a question that the criterion reads, and what was verified, as people read it.</summary>
public sealed record ComparedValue(Question Question, string Declared, string Verified)
{
    public bool Differs => Declared != Verified;
}
