namespace ITScoring.Benchmarks.Scoring;

/// <summary>One measured line: mean time and standard deviation of a run in milliseconds, bytes allocated by it.</summary>
internal sealed record ScoringRow(string What, int Agencies, double Milliseconds, double Deviation, long AllocatedBytes);
