namespace ITScoring.Domain.Scoring.Rules;

/// <summary>A band of a <c>bands</c> rule.</summary>
/// <param name="Limit">Where it begins.</param>
/// <param name="Above">True: reached above the limit (<c>above</c>); false: from the limit on (<c>from</c>).</param>
public sealed record Band(Rational Limit, bool Above, Rational Points)
{
    public bool Reaches(Rational value) => Above ? value > Limit : value >= Limit;
}
