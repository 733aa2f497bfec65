using System.Collections.Concurrent;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>The latest reading of each set that somebody works on. A reading is asked for by what it was made of, so none is ever out of date.</summary>
public sealed class WorkedSetCache
{
    private const int MostSets = 20;

    private readonly ConcurrentDictionary<int, WorkedSet> _sets = new();

    public WorkedSet? Find(int id, int stamp) => _sets.TryGetValue(id, out var known) && known.Stamp == stamp ? known : null;

    public void Keep(int id, WorkedSet set)
    {
        if (_sets.Count >= MostSets && !_sets.ContainsKey(id))
            _sets.Clear();
        _sets[id] = set;
    }
}
