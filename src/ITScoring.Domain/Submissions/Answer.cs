using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Submissions;

/// <summary>
/// One question's answer on one form with its three values as canonical JSON text. Nothing is overwritten:
/// every change leaves an <see cref="AnswerChange"/>. Changed only through <see cref="Submission"/> and the review.
/// </summary>
public sealed class Answer : IVersioned
{
    private readonly List<AnswerChange> _changes = [];

    private Answer()
    {
    }

    public Answer(int submissionId, string questionCode)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(questionCode);
        (SubmissionId, QuestionCode) = (submissionId, questionCode);
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary>Null: unanswered.</summary>
    public string? DeclaredJson { get; private set; }

    public int? DeclaredById { get; private set; }

    public DateTime? DeclaredAt { get; private set; }

    /// <summary>Whether the agency took last period's value over unchanged; any other value takes the mark away.</summary>
    public bool TakenOver { get; private set; }

    /// <summary>The agency's note beside the field.</summary>
    public string? Note { get; private set; }

    /// <summary>Whether a reviewer set a value; otherwise the declared one stands.</summary>
    public bool HasVerified { get; private set; }

    /// <summary>Whether the reviewer's value differs from what the agency states now; after a return the agency may have come to state the same.</summary>
    public bool IsAdjusted => HasVerified && VerifiedJson != DeclaredJson;

    public string? VerifiedJson { get; private set; }

    public string? VerifiedReason { get; private set; }

    public int? VerifiedById { get; private set; }

    public DateTime? VerifiedAt { get; private set; }

    /// <summary>Whether an accepted explanation set a value; otherwise the verified one stands.</summary>
    public bool HasFinal { get; private set; }

    public string? FinalJson { get; private set; }

    public string? FinalReason { get; private set; }

    public int? FinalById { get; private set; }

    public DateTime? FinalAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Changes loaded or added in this unit of work, oldest first.</summary>
    public IReadOnlyList<AnswerChange> Changes => _changes;

    /// <summary>The value that counts at a stage, as canonical JSON; null: unanswered.</summary>
    public string? ValueAt(AnswerStage stage) => stage switch
    {
        AnswerStage.Declared => DeclaredJson,
        AnswerStage.Verified => HasVerified ? VerifiedJson : DeclaredJson,
        AnswerStage.Final => HasFinal ? FinalJson : ValueAt(AnswerStage.Verified),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>Stores the declared value; false when nothing changed.</summary>
    /// <param name="takenOver">It is last period's, taken over as it was; false leaves the mark on a value that stays the same.</param>
    internal bool Declare(string? json, string? note, Actor actor, DateTime now, bool takenOver = false)
    {
        var changed = false;
        var mark = takenOver || (TakenOver && DeclaredJson == json);
        if (TakenOver != mark)
        {
            TakenOver = mark;
            changed = true;
        }

        if (DeclaredJson != json)
        {
            _changes.Add(new AnswerChange(AnswerStage.Declared, DeclaredJson, json, null, actor, now));
            (DeclaredJson, DeclaredById, DeclaredAt) = (json, actor.UserId, now);
            changed = true;
        }

        if (Note != note)
        {
            Note = note;
            changed = true;
        }

        return changed;
    }

    /// <summary>Sets the verified value; equal to the declared one it falls back to it.</summary>
    internal bool Verify(string? json, string? reason, Actor actor, DateTime now)
    {
        if (ValueAt(AnswerStage.Verified) == json && VerifiedReason == reason)
            return false;
        _changes.Add(new AnswerChange(AnswerStage.Verified, ValueAt(AnswerStage.Verified), json, reason, actor, now));
        HasVerified = json != DeclaredJson;
        (VerifiedJson, VerifiedReason) = HasVerified ? (json, reason) : (null, null);
        (VerifiedById, VerifiedAt) = (actor.UserId, now);
        return true;
    }

    /// <summary>Sets the final value after an accepted explanation.</summary>
    internal void Settle(string? json, string reason, Actor actor, DateTime now)
    {
        _changes.Add(new AnswerChange(AnswerStage.Final, ValueAt(AnswerStage.Final), json, reason, actor, now));
        (HasFinal, FinalJson, FinalReason, FinalById, FinalAt) = (true, json, reason, actor.UserId, now);
    }
}
