namespace ITScoring.Domain.Periods;

/// <summary>Counts working days: Saturdays, Sundays and the listed holidays are none.</summary>
public sealed class WorkingDays(IEnumerable<DateOnly> holidays)
{
    private readonly HashSet<DateOnly> _holidays = [.. holidays];

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);

    /// <summary>Working days after <paramref name="day"/> up to and including <paramref name="until"/>; 0 when it is not later.</summary>
    public int Between(DateOnly day, DateOnly until)
    {
        var count = 0;
        for (var d = day.AddDays(1); d <= until; d = d.AddDays(1))
        {
            if (IsWorkingDay(d))
                count++;
        }

        return count;
    }

    /// <summary>The day on which so many working days have passed after <paramref name="day"/>; the day itself for 0.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>The first of the last <paramref name="workingDays"/> working days up to and including <paramref name="day"/>.</summary>
    /// <param name="workingDays">At least 1.</param>
    public DateOnly FirstOfLast(DateOnly day, int workingDays)
    {
        for (var left = workingDays; ; day = day.AddDays(-1))
        {
            if (IsWorkingDay(day) && --left <= 0)
                return day;
        }
    }
}
