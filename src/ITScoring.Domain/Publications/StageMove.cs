using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications;

/// <summary>How points of several agencies moved from one stage to another: how many down, how many up, and by how much in all.</summary>
public readonly record struct StageMove(int Down, int Up, Points Sum)
{
    public bool IsNone => Down == 0 && Up == 0;

    /// <summary>Agencies whose points are not the same.</summary>
    public int Moved => Down + Up;

    /// <param name="pairs">Points of an agency in both stages; null: there are none, and the pair does not count.</param>
    public static StageMove Of(IEnumerable<(string? From, string? To)> pairs)
    {
        var changes = pairs.Select(p => Change(p.From, p.To)).OfType<Points>().ToList();
        return new StageMove(changes.Count(c => c < Points.Zero), changes.Count(c => c > Points.Zero), changes.Aggregate(Points.Zero, (sum, c) => sum + c));
    }

    /// <returns>Null: in one of the stages there are none.</returns>
    public static Points? Change(string? from, string? to) => from is null || to is null ? null : Points.Parse(to) - Points.Parse(from);
}
