using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Reviews;

/// <summary>The verdict on one criterion of one form. Nothing is overwritten: every change leaves a <see cref="VerdictChange"/>.</summary>
public sealed class CriterionVerdict : IVersioned
{
    private readonly List<VerdictChange> _changes = [];

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

    /// <summary>The reviewer; of a matter that the council decided, who recorded the decision.</summary>
    public int JudgedById { get; private set; }

    public DateTime JudgedAt { get; private set; }

    /// <summary>The reviewer who judged last; also of a matter that the council decided afterwards.</summary>
    public int? ReviewerId { get; private set; }

    /// <summary>Whether the council decided it. Reviewers do not change it then.</summary>
    public bool ByCouncil { get; private set; }

    public int Version { get; private set; }

    /// <summary>Changes loaded or added in this unit of work, oldest first.</summary>
    public IReadOnlyList<VerdictChange> Changes => _changes;

    /// <summary>Whether it ends the matter: agreed or adjusted, and nothing moved since.</summary>
    public bool Stands => Kind is VerdictKind.Agreed or VerdictKind.Adjusted;

    /// <summary>Whether somebody had a hand in it: what he judged, another settles.</summary>
    public bool WasJudgedBy(int userId) => JudgedById == userId || ReviewerId == userId;

    internal void Set(VerdictKind kind, string? reason, Actor actor, DateTime now, bool byCouncil = false)
    {
        Change(kind, reason, actor, now);
        (Reason, ReviewAgainBecause, JudgedById, JudgedAt, ByCouncil) = (reason, null, actor.UserId, now, byCouncil);
        if (!byCouncil)
            ReviewerId = actor.UserId;
    }

    /// <summary>Puts the matter before the council because two reviewers judged differently; it stays the first one's verdict.</summary>
    internal void Refer(string because, Actor actor, DateTime now)
    {
        Change(VerdictKind.ReferredToCouncil, because, actor, now);
        Reason = because;
    }

    internal void AskAgain(string because, Actor actor, DateTime now)
    {
        if (Kind != VerdictKind.NeedsReview)
            Change(VerdictKind.NeedsReview, because, actor, now);
        (ReviewAgainBecause, ByCouncil) = (because, false);
    }

    private void Change(VerdictKind to, string? reason, Actor actor, DateTime now)
    {
        _changes.Add(new VerdictChange(Version == 0 && _changes.Count == 0 ? null : Kind, to, reason, actor, now));
        Kind = to;
    }
}
