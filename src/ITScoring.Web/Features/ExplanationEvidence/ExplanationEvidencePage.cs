using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.ExplanationEvidence;

/// <summary>The new evidence of one explanation.</summary>
/// <param name="Refusal">Why nothing can be added or removed now, in words; null: it can.</param>
/// <param name="FormBytes">Bytes of all files of the form and its explanations.</param>
public sealed record ExplanationEvidencePage(
    OwnForm Form, Explanation Explanation, Criterion Criterion, IReadOnlyList<Evidence> Documents, string? Refusal, long FormBytes, long MostFileBytes, long MostFormBytes)
{
    public bool CanEdit => Refusal is null;

    /// <summary>Address of the agency's result.</summary>
    public string Back => $"/explanations/{Form.Period.Code}/{Form.Agency.Code.ToLowerInvariant()}";

    public string Path => $"{Back}/{Explanation.Id}/evidence";
}
