using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>What running the examples of a set came to. The points are the engine's.</summary>
public sealed class ExampleRun
{
    private ExampleRun(IReadOnlyList<ExampleOutcome> outcomes, IReadOnlyList<CriterionCoverage> coverage) => (Outcomes, Coverage) = (outcomes, coverage);

    /// <summary>Every expectation, in the order of the set's examples.</summary>
    public IReadOnlyList<ExampleOutcome> Outcomes { get; }

    /// <summary>Of every criterion, in set order.</summary>
    public IReadOnlyList<CriterionCoverage> Coverage { get; }

    public IEnumerable<ExampleOutcome> Failures => Outcomes.Where(outcome => !outcome.Holds);

    /// <summary>Criteria of which no example expects anything.</summary>
    public IEnumerable<Criterion> NotReached => Coverage.Where(coverage => !coverage.IsReached).Select(coverage => coverage.Criterion);

    public bool Holds => !Failures.Any() && !NotReached.Any();

    /// <summary>Scores the cohort of every example; an expectation of an agency or a criterion that the set does not have is left out.</summary>
    public static ExampleRun Of(CriteriaSet set)
    {
        var outcomes = new List<ExampleOutcome>();
        var places = set.Criteria.Select(criterion => Places(set, criterion)).ToList();
        var taken = places.Select(of => of.Select(_ => new List<string>()).ToList()).ToList();
        foreach (var example in set.Examples)
        {
            var sheets = Scorer.Score(set, new Cohort(example.Agencies)).Sheets.ToDictionary(sheet => sheet.AgencyCode);
            foreach (var expected in example.Expected)
            {
                if (!sheets.TryGetValue(expected.Agency, out var sheet) || set.FindCriterion(expected.Criterion) is not { } criterion)
                    continue;
                var score = sheet.Criteria[criterion.Index];
                outcomes.Add(new ExampleOutcome(example, expected, score));
                foreach (var branch in score.Branches())
                {
                    var seen = taken[criterion.Index][places[criterion.Index].IndexOf(branch)];
                    if (seen.Count == 0 || seen[^1] != example.Code)
                        seen.Add(example.Code);
                }
            }
        }

        var coverage = set.Criteria.Select(criterion => new CriterionCoverage(
            criterion,
            [.. outcomes.Where(outcome => outcome.Expected.Criterion == criterion.Code).Select(outcome => outcome.Example.Code).Distinct()],
            [.. places[criterion.Index].Select((place, i) => new BranchCoverage(place.Part, place.Words, taken[criterion.Index][i]))]));
        return new ExampleRun(outcomes, [.. coverage]);
    }

    private static List<RuleBranch> Places(CriteriaSet set, Criterion criterion) =>
    [
        .. criterion.AppliesWhen is null ? [] : new[] { RuleBranch.Applies(criterion), RuleBranch.AppliesNot(criterion) },
        .. criterion.Rule.All.SelectMany(rule => rule.Branches.Select((words, i) => new RuleBranch(rule, i, words))),
    ];
}
