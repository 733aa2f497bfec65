using ITScoring.Domain.Auditing;

namespace ITScoring.Web.Features.Audit;

/// <summary>A row of the audit log with the names of today.</summary>
public sealed record AuditRow(AuditEntry Entry, string Who, string? Period, string? Agency);
