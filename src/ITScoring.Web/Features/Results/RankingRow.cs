using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;

namespace ITScoring.Web.Features.Results;

/// <summary>One agency of the ranking table.</summary>
/// <param name="PreviousRank">Rank in the period published before; null: none to compare with.</param>
/// <param name="Restated">The score of that period by the stated rule of a merger or division since; null: none.</param>
public sealed record RankingRow(RecordAgency Agency, int? PreviousRank, RestatedFigure? Restated = null)
{
    /// <summary>Places gained; negative: lost.</summary>
    public int? Gained => PreviousRank is { } then && Agency.Rank is { } now ? then - now : null;
}
