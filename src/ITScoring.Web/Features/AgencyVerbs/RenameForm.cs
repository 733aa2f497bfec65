namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>A renaming as it is posted.</summary>
public sealed class RenameForm
{
    public string? From { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Basis { get; set; }

    /// <summary>Whether the confirmation was given.</summary>
    public string? Confirmed { get; set; }
}
