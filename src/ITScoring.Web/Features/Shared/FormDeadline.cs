using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Shared;

/// <summary>An agency's own deadline and how its form stands to it, in the words that everybody concerned reads. Days are those of Vietnam (UTC+7).</summary>
/// <param name="Own">The extension, else the period's deadline.</param>
/// <param name="General">The period's deadline.</param>
/// <param name="Timeliness">Fixed at the first official submission; before it, as if the form came in now.</param>
/// <param name="DaysLeft">Calendar days until the deadline's day; negative when it is past.</param>
public sealed record FormDeadline(Deadline Own, Deadline General, PeriodAgency Agency, bool IsSubmitted, bool IsLocked, Timeliness Timeliness, int DaysLeft)
{
    public bool IsExtended => Agency.Extension is not null;

    /// <summary>Whether the form came in late, or would now.</summary>
    public bool IsLate => Timeliness.IsLate;

    /// <summary>Who allowed the later deadline and why; null: there is none.</summary>
    public string? Extension => IsExtended ? $"Gia hạn{(Agency.ExtensionLetterInWords is { } letter ? $" theo {letter}" : "")}. Lý do: {Agency.ExtensionReason}" : null;

    /// <summary>How late, within a sentence: <c>đúng hạn</c>, <c>chậm 2 ngày làm việc</c>.</summary>
    public string Lateness => Timeliness switch
    {
        { IsLate: false } => "đúng hạn",
        { WorkingDaysLate: null } => "chưa nộp",
        { WorkingDaysLate: 0 } => "chậm nhưng chưa qua ngày làm việc nào",
        { WorkingDaysLate: var days } => $"chậm {days} ngày làm việc",
    };

    /// <summary>How the form stands to the deadline.</summary>
    public string Standing => this switch
    {
        { IsSubmitted: true } => $"Đã nộp {Lateness}",
        { IsLocked: true } => "Chưa nộp khi phiếu bị khóa",
        { IsLate: true } => $"Chưa nộp, đang {Lateness}",
        { DaysLeft: 0 } => "Hôm nay là ngày cuối",
        _ => $"Còn {DaysLeft} ngày",
    };
}
