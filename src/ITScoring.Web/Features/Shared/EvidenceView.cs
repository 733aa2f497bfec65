using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ITScoring.Web.Features.Shared;

/// <summary>What a page tells <c>_EvidenceItem</c> about the form that its documents belong to.</summary>
internal static class EvidenceView
{
    private const string PeriodKey = "EvidencePeriod";

    /// <summary>Documents of a day outside the period's data window are then asked about.</summary>
    public static void EvidenceOf(this ViewDataDictionary view, Period period) => view[PeriodKey] = period;

    /// <summary>What to look at again in a document; null: nothing. It blocks nothing.</summary>
    public static string? DoubtAbout(ViewDataDictionary view, Evidence evidence) =>
        evidence.Date is { } day && view[PeriodKey] is Period { DataFrom: { } from, DataThrough: { } through } period && !period.IsInDataWindow(day)
            ? $"Ngày {VietnamTime.Day(day)} nằm ngoài kỳ số liệu ({VietnamTime.Day(from)} – {VietnamTime.Day(through)}). Kiểm tra lại ngày, hoặc ghi rõ trong ghi chú vì sao văn bản vẫn dùng được."
            : null;
}
