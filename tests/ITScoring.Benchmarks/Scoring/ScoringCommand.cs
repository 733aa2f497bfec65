using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace ITScoring.Benchmarks.Scoring;

/// <summary><c>scoring</c>: how long scoring takes, how much it allocates, and how both grow; on one core.</summary>
internal static class ScoringCommand
{
    public static int Run()
    {
        var config = ManualConfig.CreateEmpty()
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(RepositoryFiles.Artifacts)
            .AddJob(Job.Default
                .WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true))
                .WithAffinity(1)
                .WithLaunchCount(1)
                .WithWarmupCount(3)
                .WithIterationCount(8));
        var rows = BenchmarkRunner.Run([typeof(ScoringBenchmarks), typeof(CalculationBenchmarks)], config).SelectMany(RowsOf).ToList();
        if (rows.Count == 0)
            return 1;

        var text = new StringBuilder();
        foreach (var table in rows.GroupBy(row => row.What))
        {
            var first = table.MinBy(row => row.Agencies)!;
            text.AppendLine(CultureInfo.InvariantCulture, $"\n### {table.Key}\n");
            text.AppendLine("| Agencies | Time, ms | ± ms | Allocated, MB | µs per agency | Time, × | Allocated, × | Agencies, × |");
            text.AppendLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var row in table)
            {
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {row.Agencies:N0} | {row.Milliseconds:N0} | {row.Deviation:N1} | {row.AllocatedBytes / 1e6:N1} | {row.Milliseconds * 1000 / row.Agencies:N1} | {row.Milliseconds / first.Milliseconds:N2} | {(double)row.AllocatedBytes / first.AllocatedBytes:N2} | {(double)row.Agencies / first.Agencies:N2} |");
            }
        }

        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(RepositoryFiles.Artifacts, "scoring.md"), text.ToString());
        File.WriteAllText(Path.Combine(RepositoryFiles.Artifacts, "scoring.json"), JsonSerializer.Serialize(rows, ReportJson.Options));
        return 0;
    }

    private static IEnumerable<ScoringRow> RowsOf(Summary summary) =>
        from report in summary.Reports
        let time = report.ResultStatistics
        where time is not null
        let benchmark = report.BenchmarkCase
        select new ScoringRow(
            benchmark.Descriptor.WorkloadMethod.Name,
            (int)benchmark.Parameters[nameof(ScoringBenchmarks.Agencies)],
            time.Mean / 1e6,
            time.StandardDeviation / 1e6,
            report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0);
}
