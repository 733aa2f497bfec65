namespace ITScoring.Web.Demo;

/// <summary>The clock under which the demonstration is played: it stands where it was set and moves a second with every look.</summary>
public sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now;

    public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);

    /// <summary>Sets the time to an hour of a Vietnamese day.</summary>
    public void Set(DateOnly day, int hour, int minute = 0) => _now = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(7)).ToUniversalTime();
}
