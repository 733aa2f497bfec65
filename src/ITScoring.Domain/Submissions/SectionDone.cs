namespace ITScoring.Domain.Submissions;

/// <summary>
/// Đã xong: that a person declared a section done, and what it held then. It stands only while the section holds the same; nobody takes it
/// back when an answer changes, so that answers of two people never meet in this row.
/// </summary>
public sealed class SectionDone
{
    private SectionDone()
    {
    }

    internal SectionDone(string sectionCode) => SectionCode = sectionCode;

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string SectionCode { get; private set; } = "";

    public int DeclaredById { get; private set; }

    public DateTime DeclaredAt { get; private set; }

    /// <summary><see cref="SectionContent"/> of the section as it was declared done.</summary>
    public string ContentSha256 { get; private set; } = "";

    /// <summary>Whether nothing has changed since.</summary>
    public bool Stands(string contentSha256) => ContentSha256 == contentSha256;

    internal void Declare(string contentSha256, int declaredById, DateTime now) =>
        (ContentSha256, DeclaredById, DeclaredAt) = (contentSha256, declaredById, now);
}
