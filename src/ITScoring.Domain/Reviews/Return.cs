using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Reviews;

/// <summary>Trả lại, yêu cầu bổ sung: named questions, a reason each, one deadline.</summary>
public sealed class Return
{
    private readonly List<ReturnItem> _items = [];

    private Return()
    {
    }

    internal Return(IEnumerable<ReturnItem> items, DateTime deadlineUtc, string deadlineWording, int returnedById, DateTime at)
    {
        _items.AddRange(items);
        (DeadlineUtc, DeadlineWording, ReturnedById, ReturnedAt) = (deadlineUtc, deadlineWording, returnedById, at);
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public DateTime DeadlineUtc { get; private set; }

    public string DeadlineWording { get; private set; } = "";

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
