using ITScoring.Domain.Reviews;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.SettlementRecords;

/// <summary>Bảng tổng hợp giải trình of a period, for the annex.</summary>
[Route("settlements/{period}")]
[RequirePermission(Permission.ReadReviews)]
public sealed class SettlementRecordsController(RecordQuery query) : Controller
{
    [HttpGet("record")]
    public async Task<IActionResult> Record(string period, string? agency, string? state, int page = 1, CancellationToken cancel = default) =>
        await query.PageAsync(period, agency, StateOf(state), page, cancel) is { } record ? View(record) : NotFound();

    [HttpGet("record.csv")]
    public async Task<IActionResult> Csv(string period, string? agency, string? state, CancellationToken cancel) =>
        await query.AllAsync(period, agency, StateOf(state), cancel) is var (found, rows)
            ? File(RecordCsv.Of(found, rows), "text/csv; charset=utf-8", $"giai-trinh-{found.Code}.csv")
            : NotFound();

    /// <summary>One that is no state filters nothing.</summary>
    private static ExplanationState? StateOf(string? state) => Enum.TryParse<ExplanationState>(state, out var known) && Enum.IsDefined(known) ? known : null;
}
