using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Reviews;

/// <summary>How far two independent judgements of the same criteria agree.</summary>
/// <param name="Compared">Criteria that both have judged.</param>
/// <param name="Same">Those on which both came to the same values.</param>
/// <param name="Kappa">
/// Cohen's kappa of the verdicts (agreed or adjusted): the agreement beyond what chance alone would bring (J. Cohen, A coefficient of agreement for
/// nominal scales, 1960). 1 is full agreement, 0 no more than chance; null: nothing was compared, or both always gave one and the same verdict.
/// </param>
public sealed record Agreement(int Compared, int Same, Rational? Kappa)
{
    /// <summary>Share of the same values, 0 to 1; null: nothing was compared.</summary>
    public Rational? Share => Compared == 0 ? null : (Rational)Same / Compared;

    /// <param name="pairs">Of each compared criterion: the first and the second verdict, and whether the values are the same.</param>
    public static Agreement Of(IEnumerable<(VerdictKind First, VerdictKind Second, bool Same)> pairs)
    {
        var all = pairs.ToList();
        Rational n = all.Count;
        if (all.Count == 0)
            return new Agreement(0, 0, null);
        (Rational first, Rational second) = (all.Count(p => p.First == VerdictKind.Agreed), all.Count(p => p.Second == VerdictKind.Agreed));
        var observed = all.Count(p => p.First == p.Second) / n;
        var chance = ((first * second) + ((n - first) * (n - second))) / (n * n);
        return new Agreement(all.Count, all.Count(p => p.Same), chance == Rational.One ? null : (observed - chance) / (Rational.One - chance));
    }
}
