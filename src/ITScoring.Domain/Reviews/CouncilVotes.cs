namespace ITScoring.Domain.Reviews;

/// <summary>Votes on the decision as it is recorded.</summary>
public readonly record struct CouncilVotes(int For, int Against, int Abstaining)
{
    public int Count => For + Against + Abstaining;
}
