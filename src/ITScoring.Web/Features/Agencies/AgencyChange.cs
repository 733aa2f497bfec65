using ITScoring.Domain;

namespace ITScoring.Web.Features.Agencies;

/// <summary>What a change would do, or did.</summary>
/// <param name="Consequences">A sentence each; empty when refused.</param>
/// <param name="Agency">The number of the agency whose page shows it; 0: none yet.</param>
public sealed record AgencyChange(Outcome Outcome, IReadOnlyList<string> Consequences, int Agency = 0);
