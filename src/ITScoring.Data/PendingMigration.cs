namespace ITScoring.Data;

/// <summary>A migration that the database waits for.</summary>
/// <param name="Sql">What applying it runs.</param>
public sealed record PendingMigration(string Name, string Sql);
