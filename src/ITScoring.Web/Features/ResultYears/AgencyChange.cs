using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>An agency's way from one year to another in the comparable core.</summary>
/// <param name="Then">Whose earlier figures it is held against; null: nobody's.</param>
/// <param name="Score">Null: there is nothing to compare, and <paramref name="Note"/> says why.</param>
public sealed record AgencyChange(RecordAgency Now, RecordAgency? Then, CoreScore? Score, string? Note);
