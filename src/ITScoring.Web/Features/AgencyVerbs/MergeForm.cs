namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>A merger as it is posted.</summary>
public sealed class MergeForm
{
    public string? On { get; set; }

    public string? Basis { get; set; }

    /// <summary>Numbers of the agencies that end.</summary>
    public string?[]? Parts { get; set; }

    /// <summary>Number of the agency that goes on; empty: a new one.</summary>
    public string? Into { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Block { get; set; }

    /// <summary>A <see cref="Domain.Agencies.RestatementRule"/>.</summary>
    public string? Rule { get; set; }

    /// <summary>Number of the agency whose figure counts by that rule.</summary>
    public string? Main { get; set; }

    public string? RuleReason { get; set; }

    /// <summary>Numbers of the agencies, in the order of <see cref="Weight"/>.</summary>
    public string?[]? WeightOf { get; set; }

    public string?[]? Weight { get; set; }

    /// <summary>Whether the confirmation was given.</summary>
    public string? Confirmed { get; set; }
}
