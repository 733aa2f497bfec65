using ITScoring.Domain.Agencies;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Years;

/// <summary>Who took over from whom, by agency codes, as far as it was recorded. What was not recorded is not guessed from names.</summary>
/// <param name="links">A successor's code and a predecessor's.</param>
/// <param name="restatements">Stated rules for the figures of the years before; null: none was stated.</param>
public sealed class AgencyLineage(IEnumerable<(string Successor, string Predecessor)> links, IEnumerable<Restatement>? restatements = null)
{
    private readonly ILookup<string, Restatement> _restatements =
        (restatements ?? []).OrderByDescending(r => r.On).ToLookup(r => r.Successor, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, string> _predecessors = links.ToLookup(l => l.Successor, l => l.Predecessor, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> _successors = links.ToLookup(l => l.Predecessor, l => l.Successor, StringComparer.OrdinalIgnoreCase);

    /// <summary>Who stood for an agency in an earlier year.</summary>
    /// <param name="then">Codes of the agencies of that year.</param>
    /// <param name="now">Codes of the agencies of the year from which one looks back: what is still among them had not been taken over yet. Null: nothing is known of them.</param>
    public AgencyLine Before(string code, IReadOnlyCollection<string> then, IReadOnlyCollection<string>? now = null)
    {
        var present = new HashSet<string>(then, StringComparer.OrdinalIgnoreCase);
        var found = Trace(code, present, _predecessors);
        if (present.Contains(code))
            return new AgencyLine(AgencyTie.Same, [code], [.. found.Where(c => now?.Contains(c, StringComparer.OrdinalIgnoreCase) != true)]);
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

    /// <summary>The agency's ranking score of an earlier year by the stated rule.</summary>
    /// <param name="now">The year from which one looks back: what still stood beside the agency then had not been merged yet. Null: the agencies as they are today.</param>
    /// <returns>Null: no rule was stated, or none is needed since the agency was then what it is now.</returns>
    public RestatedFigure? Restate(string code, PublicRecord then, PublicRecord? now)
    {
        var present = then.Agencies.ToDictionary(a => a.Code, StringComparer.OrdinalIgnoreCase);
        var later = (now?.Agencies ?? []).Select(a => a.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Restate(code, present, later, DateOnly.MaxValue, []);
    }

    private RestatedFigure? Restate(string code, Dictionary<string, RecordAgency> present, HashSet<string> later, DateOnly before, HashSet<string> seen)
    {
        if (!seen.Add(code))
            return null;
        var rule = _restatements[code].FirstOrDefault(r =>
            r.On < before
            && r.Rule != RestatementRule.None
            && r.IncludesOwn == present.ContainsKey(code)
            && r.Parts.Any(p => Stands(p.Code, present))
            // What still stood beside it later had not been merged yet.
            && (r.Kind == RestructuringKind.Division || !r.Parts.Any(p => later.Contains(p.Code))));
        if (rule is null)
            return null;
        var parts = rule.Parts.Where(p => Stands(p.Code, present)).Select(p => Part(p.Code, p.Weight, p.IsMain, isOwn: false)).ToList();
        if (rule.IncludesOwn)
            parts.Insert(0, Part(code, rule.OwnWeight, rule.OwnIsMain, isOwn: true));
        var counted = rule.Rule == RestatementRule.Main ? [.. parts.Where(p => p.IsMain)] : parts;
        var missing = counted.Where(p => p.Score is null).Select(p => p.Name).ToList();
        return new RestatedFigure(rule, missing.Count > 0 || counted.Count == 0 ? null : Mean(counted, rule.Rule == RestatementRule.WeightedMean), parts, missing);

        RestatedPart Part(string of, int? weight, bool isMain, bool isOwn)
        {
            // An earlier merger of the same agency is reckoned first.
            var inner = Restate(of, present, later, rule.On, isOwn ? [.. seen.Where(s => !string.Equals(s, of, StringComparison.OrdinalIgnoreCase))] : [.. seen]);
            var agency = present.GetValueOrDefault(of) ?? present[Trace(of, new HashSet<string>(present.Keys, StringComparer.OrdinalIgnoreCase), _predecessors)[0]];
            var name = inner is null ? agency.Name : string.Join(", ", inner.From.Select(p => p.Name));
            // Who stands for it alone under another code counts as it; of several nobody said how.
            var score = inner is not null ? inner.Score : Before(of, present.Keys).Comparable is not null && agency.RankingScore is { } own ? Points.Parse(own) : (Points?)null;
            return new RestatedPart(of, name, score, weight, isMain);
        }
    }

    private bool Stands(string code, Dictionary<string, RecordAgency> present) => present.ContainsKey(code) || Trace(code, new HashSet<string>(present.Keys, StringComparer.OrdinalIgnoreCase), _predecessors).Count > 0;

    private static Points Mean(List<RestatedPart> parts, bool isWeighted)
    {
        var (sum, weights) = (Rational.Zero, Rational.Zero);
        foreach (var part in parts)
        {
            Rational weight = isWeighted ? part.Weight ?? 0 : 1;
            sum += part.Score!.Value.ToRational() * weight;
            weights += weight;
        }

        return (sum / weights).ToPoints();
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
