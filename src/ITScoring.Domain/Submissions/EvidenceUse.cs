namespace ITScoring.Domain.Submissions;

/// <summary>That a document proves the answer to a question.</summary>
public sealed class EvidenceUse
{
    private EvidenceUse()
    {
    }

    internal EvidenceUse(string questionCode) => QuestionCode = questionCode;

    public int Id { get; private set; }

    public int EvidenceId { get; private set; }

    public string QuestionCode { get; private set; } = "";
}
