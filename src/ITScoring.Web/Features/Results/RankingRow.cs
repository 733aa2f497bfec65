using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Results;

/// <summary>One agency of the ranking table.</summary>
/// <param name="PreviousRank">Rank in the period published before; null: none to compare with.</param>
public sealed record RankingRow(RecordAgency Agency, int? PreviousRank)
{
    /// <summary>Places gained; negative: lost.</summary>
    public int? Gained => PreviousRank is { } then && Agency.Rank is { } now ? then - now : null;
}
