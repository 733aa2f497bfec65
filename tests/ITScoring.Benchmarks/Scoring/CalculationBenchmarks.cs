using BenchmarkDotNet.Attributes;
using ITScoring.Domain.Scoring;

namespace ITScoring.Benchmarks.Scoring;

/// <summary>The same with every Cách tính written out in words: 60 for each agency.</summary>
[MemoryDiagnoser]
public class CalculationBenchmarks
{
    private Cohort _cohort = null!;

    [Params(1_000, 2_000)]
    public int Agencies { get; set; }

    [GlobalSetup]
    public void MakeCohort() => _cohort = VariedCohort.Of(Agencies);

    [Benchmark]
    public int ScoreAndWriteAllCalculations()
    {
        var steps = 0;
        foreach (var sheet in Scorer.Score(VariedCohort.Set, _cohort).Sheets)
        {
            foreach (var criterion in sheet.Criteria)
                steps += criterion.Calculate().Steps.Count;
        }

        return steps;
    }
}
