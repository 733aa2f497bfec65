using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Periods;

/// <summary>Xác nhận phổ biến: an agency's word that decision and plan were made known to its rooms and units. One for each agency and period.</summary>
public sealed class Dissemination : IVersioned
{
    private Dissemination()
    {
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int AgencyId { get; private set; }

    /// <summary>When it was made known.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>How, e.g. by which internal letter or meeting.</summary>
    public string? Note { get; private set; }

    public int ConfirmedById { get; private set; }

    /// <summary>When it was said, for the first time or anew.</summary>
    public DateTime ConfirmedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The earliest day that can be meant: that of the letter the period was opened with, else the first day of the data window.</summary>
    /// <param name="period">With its letters.</param>
    public static DateOnly? Earliest(Period period) =>
        period.Letters.Where(l => l.Verb == Workflow.Verb.Open).Select(l => (DateOnly?)l.Date).Min() ?? period.DataFrom;

    /// <summary>The head, or the deputy who acts, confirms; again to put day or note right.</summary>
    /// <param name="period">With agencies and letters.</param>
    /// <param name="former">What the agency has said so far; it is changed.</param>
    /// <returns>The row: <paramref name="former"/>, or a new one.</returns>
    public static (Outcome Outcome, Dissemination? Row) Confirm(Actor by, Period period, int agencyId, Dissemination? former, DateOnly day, string? note, DateTime now)
    {
        if (May(by, period, agencyId, now) is { Ok: false } refused)
            return (refused, null);
        if (day > Deadline.LocalDay(now))
            return (Outcome.InputAt("day", "Ngày phổ biến không thể sau ngày hôm nay."), null);
        if (Earliest(period) is { } earliest && day < earliest)
            return (Outcome.InputAt("day", $"Ngày phổ biến không thể trước ngày {earliest:dd'/'MM'/'yyyy} ({(period.Letters.Any(l => l.Verb == Workflow.Verb.Open) ? "ngày của công văn triển khai" : "ngày bắt đầu lấy số liệu")})."), null);
        var row = former ?? new Dissemination { PeriodId = period.Id, AgencyId = agencyId };
        (row.Day, row.Note, row.ConfirmedById, row.ConfirmedAt) = (day, note, by.UserId, now);
        return (Outcome.Done, row);
    }

    /// <summary>Whether the person may confirm for the agency now.</summary>
    public static Outcome May(Actor by, Period period, int agencyId, DateTime now)
    {
        if (!by.WorksFor(agencyId) || period.FindAgency(agencyId) is null || !by.SignsOff(now))
            return Outcome.NotAllowed("Chỉ thủ trưởng cơ quan, hoặc cấp phó trong thời gian được giao ký thay, xác nhận việc phổ biến.");
        return period.State is PeriodState.Open or PeriodState.Reviewing or PeriodState.Preliminary
            ? Outcome.Done
            : Outcome.WrongState($"Không xác nhận việc phổ biến khi kỳ đánh giá ở trạng thái “{period.State.Name()}”.");
    }
}
