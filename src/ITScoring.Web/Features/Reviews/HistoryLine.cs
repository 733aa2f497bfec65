using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One change of a value or of the verdict, as people read it.</summary>
/// <param name="Subject">The question's code, or the verdict.</param>
/// <param name="Kind">Which value: declared, verified, final; null for the verdict.</param>
/// <param name="From">Null: there was none.</param>
public sealed record HistoryLine(DateTime At, string Subject, string? Kind, string? From, string To, string By, Role Role, string? Reason);
