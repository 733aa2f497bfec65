namespace ITScoring.Benchmarks.Load;

/// <summary>One measured line.</summary>
/// <param name="PerSecond">Answers per second, all connections together.</param>
/// <param name="P50">Milliseconds until the answer was read, half of them at most; likewise the others.</param>
/// <param name="OfEmptyPage">Rate as a share of the empty MVC page's at the same number of connections; null until all are measured.</param>
/// <param name="Wrong">Answers with another status than they should have.</param>
/// <param name="SiteMilliseconds">Processor time of the site per answer.</param>
internal sealed record LoadRow(
    string What, int Connections, double PerSecond, double P50, double P95, double P99, int Bytes, double SiteMilliseconds, int Wrong, double? OfEmptyPage = null);
