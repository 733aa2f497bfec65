namespace ITScoring.Domain.Agencies;

/// <summary>Đổi tên: from a day on the agency is called otherwise. What was recorded before that day keeps the former name.</summary>
public sealed class AgencyRenaming
{
    private AgencyRenaming()
    {
    }

    internal AgencyRenaming(DateOnly from, string name, string? shortName, string formerName, string? formerShortName, string basis, int byId, DateTime at) =>
        (From, Name, ShortName, FormerName, FormerShortName, Basis, RecordedById, RecordedAt) = (from, name, shortName, formerName, formerShortName, basis, byId, at);

    public int Id { get; private set; }

    public int AgencyId { get; private set; }

    /// <summary>First day of the new name.</summary>
    public DateOnly From { get; private set; }

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    public string FormerName { get; private set; } = "";

    public string? FormerShortName { get; private set; }

    /// <summary>The decision or letter, or another reason.</summary>
    public string Basis { get; private set; } = "";

    public int RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    internal void Correct(string name, string? shortName) => (Name, ShortName) = (name, shortName);

    internal void CorrectFormer(string name, string? shortName) => (FormerName, FormerShortName) = (name, shortName);
}
