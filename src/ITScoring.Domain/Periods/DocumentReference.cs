namespace ITScoring.Domain.Periods;

/// <summary>An official document by its number, date and abstract (trích yếu); the document itself lives in the document system.</summary>
public sealed record DocumentReference(string Number, DateOnly Date, string? Abstract);
