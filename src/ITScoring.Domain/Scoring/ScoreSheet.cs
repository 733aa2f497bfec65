namespace ITScoring.Domain.Scoring;

/// <summary>All points of one agency.</summary>
public sealed class ScoreSheet
{
    internal ScoreSheet()
    {
    }

    public required string AgencyCode { get; init; }

    public required string Block { get; init; }

    /// <summary>Score groups and adjustments, held to 0…<see cref="ApplicableMax"/>.</summary>
    public required Points Total { get; init; }

    /// <summary>Sum of the max of the applicable criteria of the score groups.</summary>
    public required Points ApplicableMax { get; init; }

    /// <summary>Total × scale / applicable maximum; null when that is 0.</summary>
    public Points? RankingScore { get; init; }

    /// <summary>In the block, 1 is best; null: not ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>Name of the class; null: no ranking score or no classes.</summary>
    public string? Class { get; init; }

    /// <summary>In the order of the set.</summary>
    public required IReadOnlyList<GroupScore> Groups { get; init; }

    /// <summary>In the order of the set.</summary>
    public required IReadOnlyList<CriterionScore> Criteria { get; init; }

    /// <exception cref="KeyNotFoundException">The set has no such criterion.</exception>
    public CriterionScore Criterion(string code) =>
        Criteria.FirstOrDefault(criterion => criterion.Code == code) ?? throw new KeyNotFoundException(code);

    /// <exception cref="KeyNotFoundException">The set has no such group.</exception>
    public GroupScore Group(string code) =>
        Groups.FirstOrDefault(group => group.Code == code) ?? throw new KeyNotFoundException(code);

    /// <summary>Shown points and applicable maximum of some criteria, e.g. of those that a section feeds.</summary>
    /// <param name="codes">Criterion codes; those that do not apply add nothing.</param>
    public (Points Points, Points Max) SumOf(IReadOnlySet<string> codes)
    {
        var (points, max) = (Points.Zero, Points.Zero);
        foreach (var criterion in Criteria.Where(c => c.Applicable && codes.Contains(c.Code)))
            (points, max) = (points + criterion.Points!.Value, max + criterion.Max);
        return (points, max);
    }

    /// <summary>What some criteria can still bring together, by <see cref="CriterionScore.ToWin"/>.</summary>
    public Points ToWin(IReadOnlySet<string> codes) =>
        Criteria.Where(c => codes.Contains(c.Code)).Aggregate(Points.Zero, (sum, c) => sum + c.ToWin);

    internal ScoreSheet Ranked(int? rank, IReadOnlyList<GroupScore> groups) => new()
    {
        AgencyCode = AgencyCode,
        Block = Block,
        Total = Total,
        ApplicableMax = ApplicableMax,
        RankingScore = RankingScore,
        Rank = rank,
        Class = Class,
        Groups = groups,
        Criteria = Criteria,
    };
}
