namespace ITScoring.Domain.Publications;

/// <summary>Công bố / Đính chính: a published record; a correction replaces an earlier one and says why. Never altered.</summary>
public sealed class Publication
{
    private readonly List<PublicationFile> _files = [];

    private Publication()
    {
    }

    public Publication(int periodId, int number, FrozenRecord record, DateTime publishedAt, string decisionNumber, DateOnly decisionDate, int? replacesId = null, string? reason = null)
    {
        if (replacesId is not null && string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("A correction says why.", nameof(reason));
        (PeriodId, Number, Record, PublishedAt, DecisionNumber, DecisionDate, ReplacesId, Reason) =
            (periodId, number, record, publishedAt, decisionNumber, decisionDate, replacesId, reason);
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    /// <summary>1 for the first publication of a period, then one more for each correction.</summary>
    public int Number { get; private set; }

    public int RecordId { get; private set; }

    public FrozenRecord? Record { get; private set; }

    public DateTime PublishedAt { get; private set; }

    public string DecisionNumber { get; private set; } = "";

    public DateOnly DecisionDate { get; private set; }

    public int? ReplacesId { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Made with it; their contents are read one by one.</summary>
    public IReadOnlyList<PublicationFile> Files => _files;

    /// <summary>Adds what was made for it, before it is stored.</summary>
    public void Add(IEnumerable<PublicationFile> files) => _files.AddRange(files);
}
