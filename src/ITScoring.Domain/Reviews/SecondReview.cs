using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Reviews;

/// <summary>
/// Thẩm tra lần hai: a second reviewer judges a criterion of the sample from what the agency handed in, without seeing the first judgement.
/// Once both are given they are compared; a difference goes to the council.
/// </summary>
public sealed class SecondReview : IVersioned
{
    private SecondReview()
    {
    }

    private SecondReview(int submissionId, string criterionCode, int reviewerId, int round, Actor assignedBy, DateTime at) =>
        (SubmissionId, CriterionCode, ReviewerId, Round, AssignedById, AssignedAt) = (submissionId, criterionCode, reviewerId, round, assignedBy.UserId, at);

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string CriterionCode { get; private set; } = "";

    /// <summary>1, then 2, 3, … when the agency handed in anew after the earlier one was given, or it was withdrawn.</summary>
    public int Round { get; private set; }

    public int ReviewerId { get; private set; }

    public int AssignedById { get; private set; }

    public DateTime AssignedAt { get; private set; }

    /// <summary>Null until it is given.</summary>
    public VerdictKind? Kind { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>JSON object: the value that should stand by question code, of every question of the criterion; null until it is given.</summary>
    public string? ValuesJson { get; private set; }

    public DateTime? GivenAt { get; private set; }

    /// <summary>When it was first compared with the first judgement; null: not yet.</summary>
    public DateTime? ComparedAt { get; private set; }

    /// <summary>The first judgement as it was compared.</summary>
    public VerdictKind? FirstKind { get; private set; }

    /// <summary>Whether both came to the same values at the first comparison.</summary>
    public bool? Agrees { get; private set; }

    /// <summary>Withdrawn by the manager, or overtaken by what the agency handed in since; kept as history.</summary>
    public DateTime? ClosedAt { get; private set; }

    public string? ClosedBecause { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether the second reviewer has still to judge.</summary>
    public bool IsOpen => ClosedAt is null && GivenAt is null;

    /// <summary>Whether the first judgement must stay hidden from the second reviewer.</summary>
    public bool IsBlind => ClosedAt is null && ComparedAt is null;

    /// <summary>Gives a criterion of a form to a second reviewer.</summary>
    /// <param name="round">Above those of the criterion that were closed.</param>
    public static SecondReview Assign(int submissionId, string criterionCode, Actor manager, int reviewerId, DateTime now, int round = 1) =>
        new(submissionId, criterionCode, reviewerId, round, manager, now);

    /// <summary>Canonical JSON by question code as the second reviewer gave them; null: unanswered.</summary>
    public IReadOnlyDictionary<string, string?> Values() => JudgedValues.Read(ValuesJson);

    /// <summary>The manager takes it off the second reviewer before he has judged.</summary>
    public Outcome Withdraw(Actor manager, string? reason, DateTime now)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được thôi thẩm tra lần hai.");
        if (!IsOpen)
            return Outcome.WrongState("Thẩm tra lần hai này đã có kết luận hoặc đã thôi.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do thôi thẩm tra lần hai.");
        Close(reason.Trim(), now);
        return Outcome.Done;
    }

    internal void Give(VerdictKind kind, IReadOnlyDictionary<string, string?> values, string? reason, DateTime now) =>
        (Kind, ValuesJson, Reason, GivenAt) = (kind, JudgedValues.Write(values), reason, now);

    internal void Compare(VerdictKind first, bool agrees, DateTime now)
    {
        // The figure of agreement is about judgements that knew nothing of each other: only the first comparison is one.
        if (ComparedAt is null)
            (FirstKind, Agrees, ComparedAt) = (first, agrees, now);
    }

    internal void Close(string because, DateTime now) => (ClosedAt, ClosedBecause) = (now, because);

    /// <summary>The next round for the same reviewer.</summary>
    internal SecondReview Again(Actor by, DateTime now) => new(SubmissionId, CriterionCode, ReviewerId, Round + 1, by, now);
}
