using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Reviews;

/// <summary>Quyết định của Hội đồng on one criterion of one form, as the minutes will tell it. Only ever added.</summary>
public sealed class CouncilDecision
{
    private CouncilDecision()
    {
    }

    internal CouncilDecision(
        CouncilSession session, int submissionId, string criterionCode, VerdictKind kind, IReadOnlyDictionary<string, string?> values, string reason, CouncilVotes votes, Actor recordedBy, DateTime at)
    {
        (SessionId, SubmissionId, CriterionCode, Kind, ValuesJson, Reason) = (session.Id, submissionId, criterionCode, kind, JudgedValues.Write(values), reason);
        (VotesFor, VotesAgainst, VotesAbstaining, RecordedById, RecordedAt) = (votes.For, votes.Against, votes.Abstaining, recordedBy.UserId, at);
    }

    public int Id { get; private set; }

    public int SessionId { get; private set; }

    public int SubmissionId { get; private set; }

    public string CriterionCode { get; private set; } = "";

    public VerdictKind Kind { get; private set; }

    /// <summary>JSON object: the value that stands by question code, of every question of the criterion.</summary>
    public string ValuesJson { get; private set; } = "{}";

    public string Reason { get; private set; } = "";

    public int VotesFor { get; private set; }

    public int VotesAgainst { get; private set; }

    public int VotesAbstaining { get; private set; }

    public int RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public IReadOnlyDictionary<string, string?> Values() => JudgedValues.Read(ValuesJson);
}
