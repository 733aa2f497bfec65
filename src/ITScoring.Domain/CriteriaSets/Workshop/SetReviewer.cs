namespace ITScoring.Domain.CriteriaSets.Workshop;

/// <summary>Somebody who was asked to look at a draft before it is put in force.</summary>
public sealed class SetReviewer
{
    private SetReviewer()
    {
    }

    internal SetReviewer(int userId) => UserId = userId;

    public int CriteriaSetVersionId { get; private set; }

    public int UserId { get; private set; }

    /// <summary>SHA-256 of what was agreed to; null: nothing yet.</summary>
    public string? AgreedSha256 { get; private set; }

    public DateTime? AgreedAt { get; private set; }

    /// <summary>Whether the agreement is to what stands there now: any change of the draft asks for another look.</summary>
    public bool AgreesTo(string sha256) => AgreedSha256 == sha256;

    internal void Agree(string sha256, DateTime at) => (AgreedSha256, AgreedAt) = (sha256, at);
}
