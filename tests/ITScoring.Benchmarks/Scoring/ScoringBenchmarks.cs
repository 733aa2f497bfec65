using BenchmarkDotNet.Attributes;
using ITScoring.Domain.Scoring;

namespace ITScoring.Benchmarks.Scoring;

/// <summary>
/// Scoring and ranking of a whole cohort with the 60 criteria of QB-2018. What comes back holds the traced value of every operation,
/// so every calculation can be shown without computing again; the words are made when somebody asks.
/// </summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private Cohort _cohort = null!;

    [Params(1_000, 2_000, 5_000, 10_000)]
    public int Agencies { get; set; }

    [GlobalSetup]
    public void MakeCohort() => _cohort = VariedCohort.Of(Agencies);

    [Benchmark]
    public CohortResult Score() => Scorer.Score(VariedCohort.Set, _cohort);
}
