namespace ITScoring.Web.Features.Councils;

/// <summary>A session of the council as posted.</summary>
public sealed class SessionForm
{
    public string? HeldOn { get; set; }

    public string? Place { get; set; }

    public int[] Attending { get; set; } = [];

    public string? Notes { get; set; }
}
