using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Results;

/// <summary>A published result as the public may read it.</summary>
/// <param name="Json">The public part, byte for byte as it was frozen.</param>
public sealed record PublishedRecord(Period Period, Publication Publication, PublicRecord Record, string Json, string Sha256);
