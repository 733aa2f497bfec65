namespace ITScoring.Web.Features.Integrity;

/// <summary>What one check found.</summary>
public sealed record IntegrityResult(string Name, IReadOnlyList<IntegrityFinding> Findings);
