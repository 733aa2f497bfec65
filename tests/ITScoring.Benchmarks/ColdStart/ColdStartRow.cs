namespace ITScoring.Benchmarks.ColdStart;

/// <summary>One start of the site; times in milliseconds.</summary>
/// <param name="FirstAnswer">From the start of the process to the answer of <c>/health/live</c>.</param>
/// <param name="FirstPage">The first Razor page after that.</param>
/// <param name="SecondPage">The same page again.</param>
/// <param name="ResidentBytes">After these.</param>
internal sealed record ColdStartRow(string What, double FirstAnswer, double FirstPage, double SecondPage, long ResidentBytes);
