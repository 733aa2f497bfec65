namespace ITScoring.Domain.Publications.Years;

/// <summary>Who took over from whom, by agency codes, as far as it was recorded. What was not recorded is not guessed from names.</summary>
/// <param name="links">A successor's code and a predecessor's.</param>
public sealed class AgencyLineage(IEnumerable<(string Successor, string Predecessor)> links)
{
    private readonly ILookup<string, string> _predecessors = links.ToLookup(l => l.Successor, l => l.Predecessor, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> _successors = links.ToLookup(l => l.Predecessor, l => l.Successor, StringComparer.OrdinalIgnoreCase);

    /// <summary>Who stood for an agency in an earlier year.</summary>
    /// <param name="then">Codes of the agencies of that year.</param>
    public AgencyLine Before(string code, IReadOnlyCollection<string> then)
    {
        var present = new HashSet<string>(then, StringComparer.OrdinalIgnoreCase);
        var found = Trace(code, present, _predecessors);
        if (present.Contains(code))
            return new AgencyLine(AgencyTie.Same, [code], found);
        return found.Count switch
        {
            0 => new AgencyLine(AgencyTie.New, [], []),
            > 1 => new AgencyLine(AgencyTie.Merged, found, []),
            _ => new AgencyLine(IsDivided(code, found[0]) ? AgencyTie.Divided : AgencyTie.Successor, found, []),
        };
    }

    /// <summary>The agency of an earlier record against which this one's rank and figures may be held: itself or its only predecessor.</summary>
    /// <returns>Null: there is none.</returns>
    public RecordAgency? Former(string code, PublicRecord then)
    {
        var former = Before(code, [.. then.Agencies.Select(a => a.Code)]).Comparable;
        return then.Agencies.FirstOrDefault(a => string.Equals(a.Code, former, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the way from a predecessor down to the agency parts anywhere.</summary>
    private bool IsDivided(string code, string predecessor)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new Queue<string>([predecessor]));
        while (next.TryDequeue(out var at))
        {
            if (string.Equals(at, code, StringComparison.OrdinalIgnoreCase) || !seen.Add(at))
                continue;
            var successors = _successors[at].ToList();
            if (successors.Count > 1)
                return true;
            successors.ForEach(next.Enqueue);
        }

        return false;
    }

    /// <summary>The nearest predecessors that were there, through those that came and went in between.</summary>
    private static List<string> Trace(string code, HashSet<string> present, ILookup<string, string> links)
    {
        var (seen, found, next) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase) { code }, new List<string>(), new Queue<string>(links[code]));
        while (next.TryDequeue(out var at))
        {
            if (!seen.Add(at))
                continue;
            if (present.Contains(at))
            {
                found.Add(at);
                continue;
            }

            foreach (var further in links[at])
                next.Enqueue(further);
        }

        return found;
    }
}
