using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Guidance;

/// <summary>A period's guidance: dates, contact, documents, questions, criteria and rules in words.</summary>
/// <param name="Documents">Signed documents that everybody may download.</param>
public sealed record GuidancePage(Period Period, CriteriaSet Set, IReadOnlyList<GuidanceDocument> Documents)
{
    public bool Has(GuidanceDocumentKind kind) => Documents.Any(d => d.Kind == kind);
}
