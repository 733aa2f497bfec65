namespace ITScoring.Web.Features.Shared;

/// <summary>One agency on a <see cref="DotStrip"/>.</summary>
/// <param name="At">Place from the left, 0 to 100.</param>
/// <param name="Level">How many dots at the same place it stands on.</param>
/// <param name="Text">The value as people read it.</param>
public sealed record Dot(double At, int Level, string Name, string Text, bool IsOutlier, bool IsCurrent);
