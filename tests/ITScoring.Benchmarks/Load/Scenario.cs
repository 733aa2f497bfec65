namespace ITScoring.Benchmarks.Load;

/// <summary>What one line of the load run asks for.</summary>
/// <param name="Status">That every answer must have.</param>
/// <param name="RequestsOf">Makes what gives one person's next request.</param>
internal sealed record Scenario(string What, int Status, Func<SignedIn, Task<Func<byte[]>>> RequestsOf);
