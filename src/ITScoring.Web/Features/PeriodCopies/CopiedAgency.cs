namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>An agency that may take part in the new period.</summary>
/// <param name="Origin">Why it is proposed or not, in words.</param>
/// <param name="IsProposed">Ticked unless the person takes the tick away.</param>
/// <param name="NotRankedReason">Of the earlier period; null: it was ranked.</param>
public sealed record CopiedAgency(int Id, string Name, string Block, string Origin, bool IsProposed, string? NotRankedReason);
