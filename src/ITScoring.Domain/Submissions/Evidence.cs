using ITScoring.Domain.Files;

namespace ITScoring.Domain.Submissions;

/// <summary>Tài liệu kiểm chứng: a citation, a link or a file; one may serve several questions, options and rows.</summary>
public sealed class Evidence
{
    private readonly List<EvidenceUse> _uses = [];

    private Evidence()
    {
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    /// <summary>The explanation that it supports; null: it proves answers of the form. Such a document is no part of what the form hands in.</summary>
    public int? ExplanationId { get; private set; }

    public EvidenceKind Kind { get; private set; }

    /// <summary>Số, ký hiệu of a citation.</summary>
    public string? Number { get; private set; }

    public DateOnly? Date { get; private set; }

    /// <summary>Cơ quan ban hành.</summary>
    public string? Issuer { get; private set; }

    /// <summary>Trích yếu of a citation; the title of a link or a file.</summary>
    public string? Abstract { get; private set; }

    /// <summary>Absolute http or https address of a link.</summary>
    public string? Url { get; private set; }

    public int? FileId { get; private set; }

    /// <summary>The content of a file, when loaded; shared by all evidence of the agency with the same bytes.</summary>
    public StoredFile? File { get; private set; }

    /// <summary>The file's own name as it was sent, in NFC.</summary>
    public string? FileName { get; private set; }

    /// <summary>The document that this one replaced.</summary>
    public int? ReplacesId { get; private set; }

    public int AddedById { get; private set; }

    public DateTime AddedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public IReadOnlyList<EvidenceUse> Uses => _uses;

    /// <summary>What people call it: number, title, name of the file or address.</summary>
    public string Title => Kind switch
    {
        EvidenceKind.Citation => Number!,
        EvidenceKind.File => Abstract ?? FileName!,
        _ => Abstract ?? Url!,
    };

    /// <summary>Whether it proves anything: a file in which malware was found does not.</summary>
    public bool Proves => RemovedAt is null && File?.Scan != ScanState.Infected;

    public bool IsUsedFor(string questionCode) => _uses.Any(u => u.QuestionCode == questionCode);

    internal static Evidence Citation(int submissionId, string number, DateOnly date, string issuer, string @abstract, int by, DateTime now) =>
        new() { SubmissionId = submissionId, Kind = EvidenceKind.Citation, Number = number, Date = date, Issuer = issuer, Abstract = @abstract, AddedById = by, AddedAt = now };

    internal static Evidence Link(int submissionId, string url, string? title, int by, DateTime now) =>
        new() { SubmissionId = submissionId, Kind = EvidenceKind.Link, Url = url, Abstract = title, AddedById = by, AddedAt = now };

    internal static Evidence OfFile(int submissionId, StoredFile file, string name, string? title, int by, DateTime now) =>
        new() { SubmissionId = submissionId, Kind = EvidenceKind.File, File = file, FileName = name, Abstract = title, AddedById = by, AddedAt = now };

    /// <summary>The same document for another form.</summary>
    internal Evidence CopyFor(int submissionId, int by, DateTime now) => new()
    {
        SubmissionId = submissionId,
        Kind = Kind,
        Number = Number,
        Date = Date,
        Issuer = Issuer,
        Abstract = Abstract,
        Url = Url,
        FileId = FileId,
        File = File,
        FileName = FileName,
        AddedById = by,
        AddedAt = now,
    };

    internal void SupportExplanation(int explanationId) => ExplanationId = explanationId;

    internal void Remove(DateTime now) => RemovedAt = now;

    internal void Rename(string? title) => Abstract = title;

    internal void UseFor(string questionCode, EvidencePlace place)
    {
        if (_uses.All(u => (u.QuestionCode, u.Part) != (questionCode, place.Part)))
            _uses.Add(new EvidenceUse(questionCode, place));
    }

    /// <summary>Proves exactly these parts of a question that it proves already.</summary>
    /// <param name="parts">At least one; the empty one is the whole answer.</param>
    internal void LimitTo(string questionCode, IReadOnlyCollection<string> parts)
    {
        var position = _uses.Where(u => u.QuestionCode == questionCode).Min(u => u.Position);
        _uses.RemoveAll(u => u.QuestionCode == questionCode && !parts.Contains(u.Part));
        foreach (var part in parts)
            UseFor(questionCode, new EvidencePlace(part, position));
    }

    internal void PlaceAt(string questionCode, int position)
    {
        foreach (var use in _uses.Where(u => u.QuestionCode == questionCode))
            use.PlaceAt(position);
    }

    /// <summary>Steps into the place of another document at a question.</summary>
    internal void Replace(Evidence old, string questionCode)
    {
        ReplacesId = old.Id;
        _uses.RemoveAll(u => u.QuestionCode == questionCode);
        foreach (var use in old._uses.Where(u => u.QuestionCode == questionCode))
            UseFor(questionCode, new EvidencePlace(use.Part, use.Position));
    }

    /// <summary>Takes the document off a question; with no question left it is removed.</summary>
    internal void StopUseFor(string questionCode, DateTime now)
    {
        _uses.RemoveAll(u => u.QuestionCode == questionCode);
        if (_uses.Count == 0)
            RemovedAt = now;
    }
}
