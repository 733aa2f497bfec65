namespace ITScoring.Domain.Publications;

/// <summary>A person who acted, by account number.</summary>
public sealed record RecordPerson(int Id, string Name, string Role);
