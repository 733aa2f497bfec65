using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Reviews;

/// <summary>Trả lại, yêu cầu bổ sung: named questions, a reason each, one deadline.</summary>
public sealed class Return
{
    private readonly List<ReturnItem> _items = [];

    private Return()
    {
    }

    internal Return(IEnumerable<ReturnItem> items, Deadline deadline, DocumentReference? letter, int revision, int returnedById, DateTime at)
    {
        _items.AddRange(items);
        (DeadlineUtc, DeadlineWording, ReturnedById, ReturnedAt) = (deadline.LastInstantUtc, deadline.Wording, returnedById, at);
        Revision = revision;
        (LetterNumber, LetterDate, LetterAbstract) = (letter?.Number, letter?.Date, letter?.Abstract);
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    /// <summary>Which official submission was returned; the next one answers it.</summary>
    public int Revision { get; private set; }

    public DateTime DeadlineUtc { get; private set; }

    public string DeadlineWording { get; private set; } = "";

    /// <summary>Số, ký hiệu of the official letter, if there is one.</summary>
    public string? LetterNumber { get; private set; }

    public DateOnly? LetterDate { get; private set; }

    public string? LetterAbstract { get; private set; }

    public DocumentReference? Letter => LetterNumber is { } number ? new DocumentReference(number, LetterDate!.Value, LetterAbstract) : null;

    public int ReturnedById { get; private set; }

    public DateTime ReturnedAt { get; private set; }

    /// <summary>When the agency handed the form in again; null: still open.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public IReadOnlyList<ReturnItem> Items => _items;

    public bool Names(string questionCode) => _items.Any(i => i.QuestionCode == questionCode);

    /// <summary>Whether the agency may answer the question: a named one, or one that is asked or not because of a named one.</summary>
    public bool Reopens(Question question) => Names(question.Code) || question.AskedBecauseOf.Any(Names);

    internal void MarkAnswered(DateTime now) => AnsweredAt = now;
}
