namespace ITScoring.Domain.Agencies;

/// <summary>How an agency was called from one day to another.</summary>
/// <param name="From">Null: from its beginning.</param>
/// <param name="Through">Null: to this day and on.</param>
/// <param name="Basis">Of the renaming that brought this name; null for the first name.</param>
public sealed record AgencyNameSpan(string Name, string? ShortName, DateOnly? From, DateOnly? Through, string? Basis);
