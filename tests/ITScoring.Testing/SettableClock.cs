namespace ITScoring.Testing;

/// <summary>A clock that stands where a test put it. Times are stated as people in Vietnam say them (UTC+7).</summary>
public sealed class SettableClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>An instant by its Vietnamese day and hour.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 9, int minute = 0) => new(year, month, day, hour, minute, 0, Vietnam);

    public void Set(DateTimeOffset time) => Interlocked.Exchange(ref _ticks, time.UtcTicks);

    public void Set(int year, int month, int day, int hour = 9, int minute = 0) => Set(At(year, month, day, hour, minute));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
