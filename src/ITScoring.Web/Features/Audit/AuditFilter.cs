namespace ITScoring.Web.Features.Audit;

/// <summary>What of the audit log is looked for; days as typed.</summary>
public sealed class AuditFilter
{
    public string? From { get; set; }

    public string? Until { get; set; }

    public int? Person { get; set; }

    /// <summary>A code of <see cref="AuditActions"/>.</summary>
    public string? What { get; set; }

    public int? Period { get; set; }

    public int? Agency { get; set; }

    /// <summary>In subject, values and reason; marks and case are ignored.</summary>
    public string? Search { get; set; }

    /// <summary><c>oldest</c>: from the first row on; anything else: the newest first.</summary>
    public string? Sort { get; set; }
}
