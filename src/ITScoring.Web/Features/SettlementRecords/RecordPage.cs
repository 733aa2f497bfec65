using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.SettlementRecords;

/// <summary>Bảng tổng hợp giải trình: what agencies explained and how it was settled.</summary>
/// <param name="Agencies">To choose from: those with an explanation.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="All">Rows on all pages.</param>
/// <param name="Any">Whether there is anything without the filter.</param>
/// <param name="Number">Of the page, from 1.</param>
public sealed record RecordPage(
    Period Period, IReadOnlyList<PeriodAgency> Agencies, string? Agency, ExplanationState? State, IReadOnlyList<RecordRow> Rows, int All, bool Any, int Number, int Pages)
{
    public string Path => $"/settlements/{Period.Code}/record";

    /// <summary>The filter as it stands in addresses.</summary>
    public string Filter => $"agency={Uri.EscapeDataString(Agency ?? "")}&state={State}";
}
