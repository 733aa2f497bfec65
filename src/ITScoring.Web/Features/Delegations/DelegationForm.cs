namespace ITScoring.Web.Features.Delegations;

/// <summary>A time of signing as it is posted.</summary>
public sealed class DelegationForm
{
    /// <summary>Number of the deputy's account.</summary>
    public int Deputy { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }
}
