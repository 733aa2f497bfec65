namespace ITScoring.Web.Features.Progress;

/// <summary>What one reviewer has before him or her.</summary>
/// <param name="Agencies">Forms assigned.</param>
/// <param name="Awaited">Those of them that have not been handed in; their criteria are not counted.</param>
/// <param name="Assigned">Applicable criteria of the forms that have come.</param>
/// <param name="Decided">Those with a verdict that stands, by whoever gave it.</param>
/// <param name="Oldest">Days that the longest waiting of these forms has waited; null: none waits.</param>
/// <param name="Recent">Verdicts that this person gave in the last working days.</param>
public sealed record ReviewerLoad(int Id, string Name, int Agencies, int Awaited, int Assigned, int Decided, int? Oldest, int Recent)
{
    /// <summary>So many working days, today included, are recent.</summary>
    public const int RecentDays = 5;

    public int Left => Assigned - Decided;
}
