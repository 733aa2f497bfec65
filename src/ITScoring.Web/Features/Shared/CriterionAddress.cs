using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.Shared;

/// <summary>Criteria as addresses name them.</summary>
public static class CriterionAddress
{
    /// <summary>The criterion that a part of an address names, in whatever case it was typed; null: the set has none.</summary>
    public static Criterion? CriterionAt(this CriteriaSet set, string code) =>
        set.FindCriterion(code) ?? set.Criteria.FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase));
}
