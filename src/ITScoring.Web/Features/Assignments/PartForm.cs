namespace ITScoring.Web.Features.Assignments;

/// <summary>Giving one part of many forms at once, as posted.</summary>
public sealed class PartForm
{
    public int[] Agencies { get; set; } = [];

    /// <summary><c>form</c>, <c>g:</c> and the code of a group, or <c>c:</c> and the code of a criterion.</summary>
    public string? Part { get; set; }

    public int[] Reviewers { get; set; } = [];

    /// <summary><c>add</c>, <c>replace</c> or <c>remove</c>.</summary>
    public string? Mode { get; set; }
}
