namespace ITScoring.Benchmarks.Kills;

/// <summary>The time some while from now.</summary>
internal sealed class LaterClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
