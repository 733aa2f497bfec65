using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Reviews;

/// <summary>The reviewer's verdict on one criterion of one form.</summary>
public sealed class CriterionVerdict : IVersioned
{
    private CriterionVerdict()
    {
    }

    internal CriterionVerdict(int submissionId, string criterionCode) => (SubmissionId, CriterionCode) = (submissionId, criterionCode);

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string CriterionCode { get; private set; } = "";

    public VerdictKind Kind { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Why it is to be looked at again; null unless <see cref="VerdictKind.NeedsReview"/>.</summary>
    public string? ReviewAgainBecause { get; private set; }

    public int JudgedById { get; private set; }

    public DateTime JudgedAt { get; private set; }

    public int Version { get; private set; }

    public bool Stands => Kind != VerdictKind.NeedsReview;

    internal void Set(VerdictKind kind, string? reason, Actor reviewer, DateTime now) =>
        (Kind, Reason, ReviewAgainBecause, JudgedById, JudgedAt) = (kind, reason, null, reviewer.UserId, now);

    internal void AskAgain(string because) => (Kind, ReviewAgainBecause) = (VerdictKind.NeedsReview, because);
}
