namespace ITScoring.Domain.Scoring;

/// <summary>What the best-of-cohort rules of one block compare with, by the rules' place in the set.</summary>
internal sealed class Bests(int rules, bool provisional)
{
    private readonly Rational[] _values = new Rational[rules];
    private readonly List<string>?[] _holders = new List<string>?[rules];

    /// <summary>Takes part in the comparison; equal values share the best.</summary>
    /// <param name="agency">Null: last year's published best.</param>
    public void Offer(int rule, Rational value, string? agency)
    {
        var holders = _holders[rule];
        var order = holders is null ? 1 : value.CompareTo(_values[rule]);
        if (order < 0)
            return;
        if (order > 0)
        {
            _values[rule] = value;
            _holders[rule] = holders = [];
        }

        if (agency is not null)
            holders!.Add(agency);
    }

    /// <summary>Null: nobody has a value.</summary>
    public CohortBest? Of(int rule) => _holders[rule] is { } holders ? new CohortBest(_values[rule], holders, provisional) : null;

    public bool TryValue(int rule, out Rational best)
    {
        best = _values[rule];
        return _holders[rule] is not null;
    }
}
