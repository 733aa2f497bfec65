namespace ITScoring.Web.Features.SecondReviews;

/// <summary>Drawing the sample that is judged twice, as posted.</summary>
public sealed class DrawForm
{
    /// <summary><c>share</c>, <c>agencies</c> or <c>criteria</c>.</summary>
    public string? By { get; set; }

    /// <summary>Percent, as typed.</summary>
    public string? Percent { get; set; }

    /// <summary>Whatever decides the order of drawing, as typed.</summary>
    public string? Seed { get; set; }

    public int[] Agencies { get; set; } = [];

    public string[] Criteria { get; set; } = [];

    public int[] Reviewers { get; set; } = [];
}
