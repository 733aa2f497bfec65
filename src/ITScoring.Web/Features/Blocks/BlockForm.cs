namespace ITScoring.Web.Features.Blocks;

/// <summary>A block as it is posted.</summary>
public sealed class BlockForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Order { get; set; }

    public string? ValidFrom { get; set; }

    public string? ValidTo { get; set; }

    /// <summary>Whether the confirmation was given.</summary>
    public string? Confirmed { get; set; }
}
