namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>The end of an agency as it is posted.</summary>
public sealed class EndForm
{
    public string? LastDay { get; set; }

    public string? Basis { get; set; }

    /// <summary>Whether the confirmation was given.</summary>
    public string? Confirmed { get; set; }
}
