namespace ITScoring.Domain.Periods;

/// <summary>A reviewer who verifies an agency's form, or a part of it, in a period; several may verify the same.</summary>
public sealed class ReviewerAssignment
{
    private ReviewerAssignment()
    {
    }

    internal ReviewerAssignment(int agencyId, int reviewerId, AssignmentPart part, DateTime at) =>
        (AgencyId, ReviewerId, Scope, ScopeCode, AssignedAt) = (agencyId, reviewerId, part.Scope, part.Code, at);

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int AgencyId { get; private set; }

    public int ReviewerId { get; private set; }

    public AssignmentScope Scope { get; private set; }

    /// <summary>Code of the group or criterion; empty for the whole form.</summary>
    public string ScopeCode { get; private set; } = "";

    public DateTime AssignedAt { get; private set; }

    public AssignmentPart Part => new(Scope, ScopeCode);
}
