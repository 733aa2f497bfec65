namespace ITScoring.Web.Features.Shared;

/// <summary>The pages of a published result.</summary>
public enum ResultTab
{
    /// <summary>A page below one of the others, e.g. of an agency.</summary>
    None,
    Ranking,
    HeatMap,
    Compare,
    Changes,
    Years,
    Method,
}
