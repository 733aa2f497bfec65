using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>The form of a merger.</summary>
/// <param name="Agencies">Those that may be merged, in the order of the lists.</param>
public sealed record MergePage(MergeForm Form, IReadOnlyList<Agency> Agencies, IReadOnlyList<Block> Blocks)
{
    public bool IsPart(Agency agency) => Form.Parts?.Contains($"{agency.Id}") == true;

    public string? WeightOf(Agency agency)
    {
        var at = Array.IndexOf(Form.WeightOf ?? [], $"{agency.Id}");
        return at >= 0 && at < Form.Weight?.Length ? Form.Weight[at] : null;
    }
}
