namespace ITScoring.Domain.Publications;

/// <summary>A final value that a correction puts right.</summary>
public sealed class CorrectionValue
{
    private CorrectionValue()
    {
    }

    public CorrectionValue(int submissionId, string questionCode, string? from, string? to) => (SubmissionId, QuestionCode, From, To) = (submissionId, questionCode, from, to);

    public int Id { get; private set; }

    public int CorrectionId { get; private set; }

    public int SubmissionId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary>Canonical JSON as published; null: unanswered.</summary>
    public string? From { get; private set; }

    public string? To { get; private set; }
}
