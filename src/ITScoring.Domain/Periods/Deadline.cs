namespace ITScoring.Domain.Periods;

/// <summary>A deadline: the last instant in time, and the wording of the letter that set it. Vietnam has no daylight saving; all dates are UTC+7.</summary>
/// <param name="LastInstantUtc">The last second that is still in time, UTC.</param>
/// <param name="Wording">As the letter says it, e.g. "trước ngày 20/12/2018".</param>
public sealed record Deadline(DateTime LastInstantUtc, string Wording)
{
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>The day in Vietnam on which the deadline falls.</summary>
    public DateOnly Day => LocalDay(LastInstantUtc);

    /// <summary>"trước ngày X": ends at 23:59:59 of the day before.</summary>
    public static Deadline Before(DateOnly day) => new(EndOfDay(day.AddDays(-1)), $"trước ngày {day:dd'/'MM'/'yyyy}");

    /// <summary>"hết ngày X": ends at 23:59:59 of that day.</summary>
    public static Deadline EndOf(DateOnly day) => new(EndOfDay(day), $"hết ngày {day:dd'/'MM'/'yyyy}");

    /// <summary>Whether the instant is after the deadline; fractions of the last second are still in time.</summary>
    public bool IsPast(DateTime utc) => utc >= LastInstantUtc.AddSeconds(1);

    /// <summary>The calendar day in Vietnam (UTC+7) at an instant.</summary>
    public static DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(utc + VietnamOffset);

    private static DateTime EndOfDay(DateOnly day) =>
        DateTime.SpecifyKind(day.ToDateTime(new TimeOnly(23, 59, 59)) - VietnamOffset, DateTimeKind.Utc);
}
