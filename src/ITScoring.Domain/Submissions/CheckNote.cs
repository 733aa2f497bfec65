namespace ITScoring.Domain.Submissions;

/// <summary>The agency's word on a warning; a warning without one cannot be presented.</summary>
public sealed class CheckNote
{
    private CheckNote()
    {
    }

    public CheckNote(int submissionId, string findingCode, string text, int writtenById, DateTime at)
    {
        (SubmissionId, FindingCode) = (submissionId, findingCode);
        Rewrite(text, writtenById, at);
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    /// <summary>Code of the finding, at most 64 characters.</summary>
    public string FindingCode { get; private set; } = "";

    public string Text { get; private set; } = "";

    public int WrittenById { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public void Rewrite(string text, int writtenById, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        (Text, WrittenById, WrittenAt) = (text.Trim(), writtenById, at);
    }
}
