using ITScoring.Domain.Auditing;

namespace ITScoring.Web.Features.Audit;

/// <summary>A page of the audit log.</summary>
public sealed record AuditPage(
    IReadOnlyList<(AuditEntry Entry, string Who, string? Period, string? Agency)> Rows,
    int Total, int Page, int Pages, AuditFilter Filter,
    IReadOnlyList<(int Id, string Name)> People, IReadOnlyList<(int Id, string Name)> Periods, IReadOnlyList<(int Id, string Name)> Agencies);
