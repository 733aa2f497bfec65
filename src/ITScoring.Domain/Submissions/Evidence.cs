namespace ITScoring.Domain.Submissions;

/// <summary>Tài liệu kiểm chứng: a citation or a link; one may serve several questions.</summary>
public sealed class Evidence
{
    private readonly List<EvidenceUse> _uses = [];

    private Evidence()
    {
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public EvidenceKind Kind { get; private set; }

    /// <summary>Số, ký hiệu of a citation.</summary>
    public string? Number { get; private set; }

    public DateOnly? Date { get; private set; }

    /// <summary>Cơ quan ban hành.</summary>
    public string? Issuer { get; private set; }

    /// <summary>Trích yếu of a citation; the title of a link.</summary>
    public string? Abstract { get; private set; }

    /// <summary>Absolute http or https address of a link.</summary>
    public string? Url { get; private set; }

    public int AddedById { get; private set; }

    public DateTime AddedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public IReadOnlyList<EvidenceUse> Uses => _uses;

    internal static Evidence Citation(int submissionId, string number, DateOnly date, string issuer, string @abstract, int by, DateTime now) =>
        new() { SubmissionId = submissionId, Kind = EvidenceKind.Citation, Number = number, Date = date, Issuer = issuer, Abstract = @abstract, AddedById = by, AddedAt = now };

    internal static Evidence Link(int submissionId, string url, string? title, int by, DateTime now) =>
        new() { SubmissionId = submissionId, Kind = EvidenceKind.Link, Url = url, Abstract = title, AddedById = by, AddedAt = now };

    internal void UseFor(string questionCode)
    {
        if (_uses.All(u => u.QuestionCode != questionCode))
            _uses.Add(new EvidenceUse(questionCode));
    }

    /// <summary>Takes the document off a question; with no question left it is removed.</summary>
    internal void StopUseFor(string questionCode, DateTime now)
    {
        _uses.RemoveAll(u => u.QuestionCode == questionCode);
        if (_uses.Count == 0)
            RemovedAt = now;
    }
}
