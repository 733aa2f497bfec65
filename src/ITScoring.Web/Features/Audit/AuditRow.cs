using ITScoring.Domain.Auditing;

namespace ITScoring.Web.Features.Audit;

/// <summary>A row of the audit log with the names of today.</summary>
/// <param name="Subject">What it is about, accounts by name.</param>
/// <param name="Where">Agency and period that it belongs to; empty: none.</param>
/// <param name="From">The value before, in words.</param>
/// <param name="To">The value after, in words.</param>
public sealed record AuditRow(AuditEntry Entry, string Who, string Subject, string Where, string? From, string? To);
