namespace ITScoring.Domain.Reviews;

/// <summary>One returned question and why.</summary>
public sealed class ReturnItem
{
    private ReturnItem()
    {
    }

    public ReturnItem(string questionCode, string reason) => (QuestionCode, Reason) = (questionCode, reason);

    public int Id { get; private set; }

    public int ReturnId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public string Reason { get; private set; } = "";
}
