namespace ITScoring.Domain.Periods;

/// <summary>A reviewer who verifies an agency's form in a period; an agency may have several.</summary>
public sealed class ReviewerAssignment
{
    private ReviewerAssignment()
    {
    }

    internal ReviewerAssignment(int agencyId, int reviewerId, DateTime at) => (AgencyId, ReviewerId, AssignedAt) = (agencyId, reviewerId, at);

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int AgencyId { get; private set; }

    public int ReviewerId { get; private set; }

    public DateTime AssignedAt { get; private set; }
}
