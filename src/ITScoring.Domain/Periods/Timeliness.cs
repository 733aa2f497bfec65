namespace ITScoring.Domain.Periods;

/// <summary>
/// What the question with <c>system: submissionTimeliness</c> (C06 of QB-2018) is answered with: <c>a</c> on time,
/// <c>b</c> late by at most five working days, <c>c</c> later or never.
/// </summary>
/// <param name="Code">Option code: a, b or c.</param>
/// <param name="WorkingDaysLate">Working days after the deadline's day; 0 when on time, or late only by days off; null when never submitted.</param>
public sealed record Timeliness(string Code, int? WorkingDaysLate)
{
    /// <summary>Working days that still count as slightly late.</summary>
    public const int GraceDays = 5;

    public static readonly Timeliness Never = new("c", null);

    public bool IsLate => Code != "a";

    public static Timeliness Of(DateTime submittedUtc, Deadline deadline, WorkingDays calendar)
    {
        if (!deadline.IsPast(submittedUtc))
            return new Timeliness("a", 0);
        var late = calendar.Between(deadline.Day, Deadline.LocalDay(submittedUtc));
        return new Timeliness(late <= GraceDays ? "b" : "c", late);
    }
}
