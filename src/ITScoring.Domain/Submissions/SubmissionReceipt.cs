namespace ITScoring.Domain.Submissions;

/// <summary>Biên nhận: what was handed in with one official submission. Only ever added.</summary>
public sealed class SubmissionReceipt
{
    private SubmissionReceipt()
    {
    }

    internal SubmissionReceipt(int revision, DateTime submittedAt, int signedById, string contentJson, string sha256) =>
        (Revision, SubmittedAt, SignedById, ContentJson, Sha256) = (revision, submittedAt, signedById, contentJson, sha256);

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    /// <summary>1 for the first official submission, then 2, 3, …</summary>
    public int Revision { get; private set; }

    public DateTime SubmittedAt { get; private set; }

    public int SignedById { get; private set; }

    /// <summary>Canonical JSON: declared answers, notes and evidence by question code.</summary>
    public string ContentJson { get; private set; } = "";

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="ContentJson"/> in UTF-8.</summary>
    public string Sha256 { get; private set; } = "";
}
