namespace ITScoring.Web.Features.Par;

/// <summary>The rule as it is typed.</summary>
public sealed class ParForm
{
    public const int Bands = 6;

    public string? Max { get; set; }

    public string? Method { get; set; }

    /// <summary>Percent of M, one for each class in order.</summary>
    public string?[] ClassShare { get; set; } = [];

    /// <summary>Percent of the scale that each band begins with.</summary>
    public string?[] BandFrom { get; set; } = [];

    /// <summary>Percent of M of each band.</summary>
    public string?[] BandShare { get; set; } = [];
}
