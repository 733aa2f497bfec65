using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Reviews;

/// <summary>When the verification will be finished if it goes on as it went lately.</summary>
/// <param name="Remaining">Criteria that still need a verdict.</param>
/// <param name="From">First day of the days looked at; null: nothing has been judged before today.</param>
/// <param name="Verdicts">Verdicts given on the days looked at, weekends between them included.</param>
/// <param name="Days">Working days looked at: at most <see cref="Window"/>, all of them past, none before the first verdict.</param>
/// <param name="DaysToGo">Whole working days after today that the rest takes; null: no forecast.</param>
/// <param name="FinishOn">The last of these days; null: no forecast.</param>
public sealed record ReviewForecast(int Remaining, DateOnly? From, int Verdicts, int Days, int? DaysToGo, DateOnly? FinishOn)
{
    /// <summary>So many working days tell the pace.</summary>
    public const int Window = 10;

    /// <summary>Verdicts a working day; null: no working day has passed since the first one.</summary>
    public Rational? Pace => Days == 0 ? null : Rational.Of(Verdicts, Days);

    /// <param name="verdictDays">The day in Vietnam of each verdict that stands, in any order.</param>
    /// <param name="remaining">Criteria that still need one.</param>
    /// <param name="today">Not over yet, so it tells nothing about the pace.</param>
    public static ReviewForecast Of(IReadOnlyCollection<DateOnly> verdictDays, int remaining, DateOnly today, WorkingDays calendar)
    {
        if (verdictDays.Count == 0 || verdictDays.Min() is var first && first >= today)
            return new ReviewForecast(remaining, null, 0, 0, null, null);
        var (from, days) = (today, 0);
        for (var day = today.AddDays(-1); day >= first && days < Window; day = day.AddDays(-1))
        {
            from = day;
            if (calendar.IsWorkingDay(day))
                days++;
        }

        var verdicts = verdictDays.Count(day => day >= from && day < today);
        if (remaining == 0 || verdicts == 0 || days == 0)
            return new ReviewForecast(remaining, from, verdicts, days, null, null);
        var toGo = (int)((((long)remaining * days) + verdicts - 1) / verdicts);
        return new ReviewForecast(remaining, from, verdicts, days, toGo, calendar.After(today, toGo));
    }
}
