using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>A reviewer's part of the earlier period.</summary>
/// <param name="Problem">Why it cannot be taken over; null: it can.</param>
public sealed record CopiedAssignment(int AgencyId, string Agency, int ReviewerId, string Reviewer, AssignmentPart Part, string? Problem)
{
    /// <summary>What its tick box sends.</summary>
    public string Key => $"{AgencyId}/{ReviewerId}/{Part.Scope}/{Part.Code}";
}
