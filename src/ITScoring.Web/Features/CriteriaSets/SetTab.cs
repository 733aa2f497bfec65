namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>The pages of a criteria set.</summary>
public enum SetTab
{
    /// <summary>A page below one of the others.</summary>
    None,
    Overview,
    Survey,
    Criteria,
    Checks,
    Examples,
    Review,
    Trial,
    Compare,
}
