namespace ITScoring.Web.Features.Memberships;

/// <summary>A further membership as it is posted.</summary>
public sealed class MembershipForm
{
    public string? Role { get; set; }

    public int? Agency { get; set; }

    /// <summary>Number of the only period; empty: all.</summary>
    public int? Period { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }
}
